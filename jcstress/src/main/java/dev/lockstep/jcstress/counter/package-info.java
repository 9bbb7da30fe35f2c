/* SPDX-License-Identifier: Apache-2.0 */
/** The proofs of the counters: the race that must be seen, and the locks that must prevent it. */
package dev.lockstep.jcstress.counter;
