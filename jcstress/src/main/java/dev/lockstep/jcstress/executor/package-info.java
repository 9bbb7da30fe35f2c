/* SPDX-License-Identifier: Apache-2.0 */
/** The proofs of the executors: what is written on one side of {@code map} is seen on the other. */
package dev.lockstep.jcstress.executor;
