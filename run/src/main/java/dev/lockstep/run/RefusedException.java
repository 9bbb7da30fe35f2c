/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.run;

/** Bad input. The message is the one sentence that the user reads: the cause and the remedy. */
public final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public RefusedException(String sentence) {
    super(sentence);
  }

  public RefusedException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
