/* SPDX-License-Identifier: Apache-2.0 */
/** The proofs of the links: what goes with a value arrives with it, there and back. */
package dev.lockstep.jcstress.link;
