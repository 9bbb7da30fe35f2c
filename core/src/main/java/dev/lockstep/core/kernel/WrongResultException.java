/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.kernel;

/** A kernel or the executor that ran it returned something else than the oracle says. */
public final class WrongResultException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** One sentence: which task, what it returned, what it should have returned. */
  public WrongResultException(String sentence) {
    super(sentence);
  }
}
