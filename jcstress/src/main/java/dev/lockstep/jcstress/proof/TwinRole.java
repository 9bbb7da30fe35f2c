/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.proof;

/** What a twin is to the proofs that were made from the same template. */
public enum TwinRole {
  /** Its rate gives the proofs their power. */
  CONTROL,
  /** The same for a question about memory order; machines that keep the order do not show it. */
  ORDER,
  /** One construct with a bug of its own: it tells how sensitive the tests are, no more. */
  MUTANT
}
