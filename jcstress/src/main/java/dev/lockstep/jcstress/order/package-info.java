/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The memory model: what threads may see of each other's accesses, by access mode and fence. The
 * litmus tests, which are asked of every mode, stand in {@code src/main/templates}; the tests
 * written by hand stand here and teach one thing each. To be read in this order:
 *
 * <ol>
 *   <li>What one access takes, whole or in parts (JLS 17.6, 17.7): {@code Words}, {@code Tearing}.
 *   <li>One variable: {@code Coherence}, {@code BenignRaces}.
 *   <li>Two variables of which one announces the other, and happens-before (JLS 17.4.5): {@code
 *       MessagePassing}, {@code Halves}, {@code DoubleChecked}, {@code LitmusS}, {@code
 *       LoadBuffering}.
 *   <li>One order of all accesses, the synchronization order (JLS 17.4.4): {@code StoreBuffering},
 *       {@code LitmusR}, {@code Litmus2Plus2W}, {@code Iriw}, {@code Fences}.
 *   <li>Reading and writing in one step: {@code FailedCas}; more of it in the family of counters.
 *   <li>Order that nobody asked for: {@code ThreadEdges} (JLS 17.4.4), {@code FinalFields} (JLS
 *       17.5).
 * </ol>
 *
 * <p>Each access mode forbids what those above it forbid, and more:
 *
 * <pre>
 * mode                 forbids
 * plain                nothing of this, only values that nobody stored
 * opaque               Tearing, Coherence
 * release and acquire  MessagePassing, DoubleChecked, LitmusS, LoadBuffering
 * their fences         the same
 * volatile             StoreBuffering, LitmusR, Litmus2Plus2W, Iriw
 * full fence           the same
 * </pre>
 */
package dev.lockstep.jcstress.order;
