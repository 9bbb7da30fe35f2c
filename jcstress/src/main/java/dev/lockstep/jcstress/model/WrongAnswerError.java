/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

/** Ends a play whose answer is wrong. */
final class WrongAnswerError extends AssertionError {

  private static final long serialVersionUID = 1L;

  WrongAnswerError(String wrong) {
    super(wrong);
  }
}
