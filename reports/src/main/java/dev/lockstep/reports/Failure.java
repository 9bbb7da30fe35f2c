/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

/** Thrown when a command cannot do what it was asked to; the message is one whole sentence. */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Failure(String sentence) {
    super(sentence);
  }
}
