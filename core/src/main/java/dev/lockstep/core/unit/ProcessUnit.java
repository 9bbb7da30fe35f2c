/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.unit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A new process for every piece of work, which it does not get: it starts, and ends by itself. */
final class ProcessUnit implements Unit {

  private static final long LIMIT_SECONDS = 30;

  private final List<String> command;

  ProcessUnit(List<String> command) {
    this.command = List.copyOf(command);
  }

  @Override
  public void run(Runnable work) throws InterruptedException {
    Process process = start();
    boolean ended = false;
    try {
      ended = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
    } finally {
      if (!ended) {
        process.destroyForcibly();
      }
    }
    if (!ended) {
      throw new IllegalStateException(
          "%s was still running after %d s".formatted(command.getFirst(), LIMIT_SECONDS));
    }
    if (process.exitValue() != 0) {
      throw new IllegalStateException(
          "%s ended with status %d".formatted(command.getFirst(), process.exitValue()));
    }
  }

  /** Without pipes: nothing is said in either direction. */
  private Process start() {
    try {
      return new ProcessBuilder(command)
          .redirectInput(Redirect.from(UnitKind.NOTHING))
          .redirectOutput(Redirect.DISCARD)
          .redirectError(Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
