/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The proofs of the units: the caller waits for the end of the work, and each sees what the other
 * has written before.
 */
package dev.lockstep.jcstress.unit;
