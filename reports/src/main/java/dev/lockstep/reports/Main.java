/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import dev.lockstep.reports.run.BadInput;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command line of the judge; its exit codes are those of {@code CONTRIBUTING.md}. */
@Command(
    name = "reports.jar",
    description =
        "Judges the runs of Lockstep: every concurrency construct with its proof and its price.",
    mixinStandardHelpOptions = true,
    version = "Lockstep reports 0.1.0",
    subcommands = {
      JudgeCommand.class,
      HistoryCommand.class,
      ExplainCommand.class,
      FlamesCommand.class
    },
    footer = {
      "",
      "Exit codes: 0 pass, 1 confirmed regression, 2 correctness broken,",
      "3 incomplete or invalid run, 4 the tool itself failed or was called wrongly."
    })
public final class Main {
  /** The tool itself failed, or was called wrongly. Picocli's own 2 means something else here. */
  static final int FAILED = 4;

  @Option(
      names = "--stacktrace",
      description = "Show where an unexpected failure came from.",
      scope = ScopeType.INHERIT)
  private boolean stacktrace;

  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] arguments) {
    PrintWriter out = writer(System.out);
    PrintWriter err = writer(System.err);
    System.exit(run(out, err, arguments));
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }

  /** Runs one command, prints to the given writers and returns the exit code. */
  static int run(PrintWriter out, PrintWriter err, String... arguments) {
    // Reports are compared and read by programs: they must not depend on who judges.
    Locale.setDefault(Locale.ROOT);
    Main main = new Main();
    CommandLine line = new CommandLine(main).setOut(out).setErr(err);
    line.setParameterExceptionHandler(
        (exception, rejected) -> {
          err.println(firstLine(exception));
          err.println(
              "Try: java -jar %s --help"
                  .formatted(exception.getCommandLine().getCommandSpec().qualifiedName()));
          return FAILED;
        });
    line.setExecutionExceptionHandler(
        (exception, command, parsed) -> {
          err.println(sentence(exception));
          if (main.stacktrace) {
            exception.printStackTrace(err);
          }
          return FAILED;
        });
    return line.execute(arguments);
  }

  private static String firstLine(Exception exception) {
    String message = String.valueOf(exception.getMessage());
    return message.lines().findFirst().orElse("The command line is not understood.");
  }

  private static String sentence(Exception exception) {
    if (exception instanceof Failure || exception instanceof BadInput) {
      return exception.getMessage();
    }
    return "The judge itself failed: %s: %s; run it again with --stacktrace and report it."
        .formatted(exception.getClass().getSimpleName(), firstLine(exception));
  }
}
