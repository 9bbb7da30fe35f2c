/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.proof;

/** What a run must have seen of a stress test. */
public enum ContractKind {
  /** Enough samples and no forbidden outcome among them. */
  FORBIDS,
  /** Every outcome named as one that must be observed. */
  MUST_OBSERVE,
  /** Nothing: what it shows is allowed to happen, and allowed not to. */
  ALLOWS
}
