/* SPDX-License-Identifier: Apache-2.0 */
/** The proofs of the stacks, and the node that comes back. */
package dev.lockstep.jcstress.stack;
