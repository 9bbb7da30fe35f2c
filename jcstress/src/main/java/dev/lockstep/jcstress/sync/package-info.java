/* SPDX-License-Identifier: Apache-2.0 */
/** The proofs of how one thread tells another: signals that end it, and synchronizers. */
package dev.lockstep.jcstress.sync;
