/* SPDX-License-Identifier: Apache-2.0 */
/** The proofs of the JDK's futures: who completes them, who is called, what is seen. */
package dev.lockstep.jcstress.future;
