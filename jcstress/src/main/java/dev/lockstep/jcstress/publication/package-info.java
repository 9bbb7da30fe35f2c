/* SPDX-License-Identifier: Apache-2.0 */
/** The proofs of how an object is handed to a thread that may look at any time. */
package dev.lockstep.jcstress.publication;
