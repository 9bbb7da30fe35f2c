/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The proofs of the units: what is started sees what was written before, and what it wrote is seen.
 */
package dev.lockstep.jcstress.unit;
