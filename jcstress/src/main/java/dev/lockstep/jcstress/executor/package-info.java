/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The proofs of the executors: {@code map} waits for all of its work, and what is written on one
 * side of it is seen on the other.
 */
package dev.lockstep.jcstress.executor;
