/* SPDX-License-Identifier: Apache-2.0 */
/** The proofs of the pairs: whole to every reader, and whole when two writers have been there. */
package dev.lockstep.jcstress.pair;
