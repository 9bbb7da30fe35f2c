/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.proof;

/** What a stress test is in the argument of a run. */
public enum Role {
  /** It is about a construct of the suite. */
  PROOF,
  /** It shows that the proofs of a contract can fail. */
  TWIN,
  /** It shows what the Memory Model allows, whether or not this machine does it. */
  EXHIBIT
}
