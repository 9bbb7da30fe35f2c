/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.run;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The frame of a harness's main method: what ends a run, and with which code. */
public final class Harness {

  public static final int RECORDED = 0;
  public static final int REFUSED = 3;
  public static final int FAILED = 4;

  private static final String MARK = "--mark=";

  private Harness() {}

  /** What a harness does with a request; returns normally once everything is recorded. */
  @FunctionalInterface
  public interface Run {
    void run(RunRequest request) throws Exception;
  }

  /**
   * Runs and returns the exit code: 0 recorded (good or bad), 3 bad input, 4 the tool failed. For a
   * build tool that would print a stack trace for a code other than 0, {@code --mark=FILE} leaves a
   * file as well.
   */
  public static int run(String[] arguments, PrintStream err, Run run) {
    int code = attempt(arguments, err, run);
    for (String argument : arguments) {
      if (argument.startsWith(MARK)) {
        mark(Path.of(argument.substring(MARK.length())), code);
      }
    }
    return code;
  }

  private static void mark(Path file, int code) {
    try {
      Files.deleteIfExists(file);
      if (code != RECORDED) {
        Files.writeString(file, code + "\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int attempt(String[] arguments, PrintStream err, Run run) {
    try {
      RunRequest request = RunRequest.parse(arguments);
      if (request.withParent()) {
        Children.endWithParent();
      }
      Children.endWithThis();
      run.run(request);
      return RECORDED;
    } catch (RefusedException e) {
      err.println(e.getMessage());
      return REFUSED;
    } catch (IOException | UncheckedIOException e) {
      err.printf(
          "A result could not be kept (%s): make room or name another directory with -Drun.dir=DIR;"
              + " the same command goes on.%n",
          e.getMessage());
      return REFUSED;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      err.println("Interrupted; type the same command to go on.");
      return FAILED;
    } catch (Exception | LinkageError e) {
      err.println(
          "The tool itself failed: %s. What was measured is kept; please report the trace below."
              .formatted(e));
      e.printStackTrace(err);
      return FAILED;
    }
  }
}
