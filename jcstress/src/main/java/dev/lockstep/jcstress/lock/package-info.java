/* SPDX-License-Identifier: Apache-2.0 */
/** The proofs of the locks: trying them, what they must cover, and the order of taking two. */
package dev.lockstep.jcstress.lock;
