/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.run;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The frame of a harness's main method: what ends a run, and with which code. */
public final class Harness {

  public static final int RECORDED = 0;
  public static final int REFUSED = 3;
  public static final int FAILED = 4;

  private static final String MARK = "--mark=";

  /** Less than a run needs, and more than a directory that is full has. */
  private static final int PROBE = 1 << 20;

  private Harness() {}

  /** What a harness does with a request; returns normally once everything is recorded. */
  @FunctionalInterface
  public interface Run {
    void run(RunRequest request) throws Exception;
  }

  /**
   * The main method of a harness: runs and ends this process with the exit code.
   *
   * @param program whose main method this is; it is started anew where the environment holds
   *     options that would reach its forks
   */
  public static void main(Class<?> program, String[] arguments, Run run) {
    // What is printed, recorded and compared must not depend on who starts it.
    Locale.setDefault(Locale.ROOT);
    ForeignOptions foreign = ForeignOptions.ofThisProcess();
    if (!foreign.reach()) {
      System.exit(run(arguments, System.err, run));
    }
    if (List.of(arguments).contains(RunRequest.WITH_PARENT)) {
      Children.endWithParent();
    }
    Children.endWithThis();
    try {
      System.exit(foreign.relaunch(program, arguments));
    } catch (IOException | InterruptedException e) {
      System.err.println("The tool itself failed: no JVM can be started (%s).".formatted(e));
      System.exit(FAILED);
    }
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

  /** Forks, profiles and questions to git all need it: better known before the first than after. */
  static void checkTemporary(Path directory) {
    try {
      Path probe = Files.createTempFile(directory, "lockstep-", ".probe");
      try {
        Files.write(probe, new byte[PROBE]);
      } finally {
        Files.delete(probe);
      }
    } catch (IOException e) {
      throw new RefusedException(
          "No temporary file can be written into %s (%s): make room there, or name another directory with TMPDIR=DIR."
              .formatted(directory, e),
          e);
    }
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
      checkTemporary(Path.of(System.getProperty("java.io.tmpdir")));
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
