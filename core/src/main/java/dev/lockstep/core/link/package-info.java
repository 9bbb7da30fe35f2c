/* SPDX-License-Identifier: Apache-2.0 */
/**
 * How two parties hand a value back and forth, one of them waiting while the other works: what a
 * generator of Python does with {@code yield} and {@code send} in one thread, between two threads,
 * and between two processes.
 */
package dev.lockstep.core.link;
