/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import dev.lockstep.reports.judge.Judge;
import dev.lockstep.reports.output.Artifacts;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.report.Verdict;
import dev.lockstep.reports.run.RunData;
import dev.lockstep.reports.run.RunReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Judges one run directory and writes report and page into it. */
@Command(
    name = "judge",
    description =
        "Judge a run directory; write report.json, junit.xml, summary.md and site/ into it.",
    mixinStandardHelpOptions = true)
final class JudgeCommand implements Callable<Integer> {
  @Option(
      names = "--run-dir",
      required = true,
      paramLabel = "DIR",
      description = "The run directory.")
  private Path run;

  @Option(
      names = "--mark",
      paramLabel = "FILE",
      description =
          "Leave this file unless the verdict is PASS, for build tools that cannot read exit"
              + " codes.")
  private Path mark;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (mark == null) {
      return judge();
    }
    try {
      // Left before anything can go wrong, and taken away only by a pass.
      Files.writeString(mark, "");
      int code = judge();
      if (code == Verdict.PASS.exitCode()) {
        Files.delete(mark);
      }
      return code;
    } catch (IOException e) {
      throw new Failure("%s cannot be written or removed; check permissions.".formatted(mark));
    }
  }

  private int judge() {
    PrintWriter out = spec.commandLine().getOut();
    if (!Files.isDirectory(run)) {
      spec.commandLine()
          .getErr()
          .println(
              "%s: there is no run directory; run mvn verify first or name another with --run-dir."
                  .formatted(run));
      return Verdict.INCOMPLETE.exitCode();
    }
    RunData data = RunReader.read(run);
    Report report = Judge.judge(data);
    Path page;
    try {
      page = Artifacts.write(run, data, report);
    } catch (IOException e) {
      throw new Failure(
          "%s: the report cannot be written (%s); check permissions and free space."
              .formatted(run, e.getClass().getSimpleName()));
    }
    out.println(
        "%s (exit code %d): %s"
            .formatted(report.verdict(), report.verdict().exitCode(), report.sentence()));
    report.reasons().forEach(reason -> out.println("  - " + reason));
    out.println("Report: " + page.toAbsolutePath().normalize());
    return report.verdict().exitCode();
  }
}
