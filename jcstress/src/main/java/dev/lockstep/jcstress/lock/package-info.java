/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The proofs of the locks: taking them in every way, giving up, their conditions, what they must
 * cover, and the order of taking two.
 */
package dev.lockstep.jcstress.lock;
