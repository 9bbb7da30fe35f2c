/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import dev.lockstep.reports.history.History;
import dev.lockstep.reports.history.Night;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Keeps judged runs as nights. */
@Command(
    name = "history",
    description = "Keep judged runs as nights, and list them.",
    mixinStandardHelpOptions = true)
final class HistoryCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "history needs a subcommand: add or list");
  }

  @Command(
      name = "add",
      description = "File a judged run as one immutable night and rebuild the index.",
      mixinStandardHelpOptions = true)
  int add(
      @Option(
              names = "--run-dir",
              required = true,
              paramLabel = "DIR",
              description = "The judged run.")
          Path run,
      @Option(
              names = "--history",
              required = true,
              paramLabel = "DIR",
              description = "The directory of all nights; made if it is not there.")
          Path history) {
    try {
      String name = new History(history).add(run);
      out().println("Filed " + history.resolve("nights").resolve(name));
      return 0;
    } catch (History.Refused e) {
      throw new Failure(e.getMessage());
    } catch (IOException e) {
      throw cannot(history, "written", e);
    }
  }

  @Command(
      name = "list",
      description = "List the nights, the latest first.",
      mixinStandardHelpOptions = true)
  int list(
      @Option(
              names = "--history",
              required = true,
              paramLabel = "DIR",
              description = "The directory of all nights.")
          Path history) {
    try {
      List<Night> nights = new History(history).nights();
      for (Night night : nights) {
        out()
            .println(
                "%-11s %s: proven %s, measured %s"
                    .formatted(night.verdict(), night.night(), night.proofs(), night.prices()));
      }
      if (nights.isEmpty()) {
        out().println(history + " holds no nights yet.");
      }
      return 0;
    } catch (IOException e) {
      throw cannot(history, "read", e);
    }
  }

  private static Failure cannot(Path history, String verb, IOException e) {
    return new Failure(
        "%s: the history cannot be %s (%s); check permissions and free space."
            .formatted(history, verb, e.getClass().getSimpleName()));
  }

  private PrintWriter out() {
    return spec.commandLine().getOut();
  }
}
