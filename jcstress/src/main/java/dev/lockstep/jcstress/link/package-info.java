/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The proofs of the links: an answer comes after the work, and each side sees what the other has
 * written before it sent.
 */
package dev.lockstep.jcstress.link;
