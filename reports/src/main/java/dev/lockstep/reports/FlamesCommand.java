/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import dev.lockstep.reports.flame.TwoFiles;
import dev.lockstep.reports.output.AtomicFiles;
import dev.lockstep.reports.site.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Sets two profiles against each other, wherever they come from. */
@Command(
    name = "flames",
    description = "Write a page that shows where two profiles of collapsed stacks differ.",
    mixinStandardHelpOptions = true)
final class FlamesCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "A", description = "The profile to compare with.")
  private Path a;

  @Parameters(index = "1", paramLabel = "B", description = "The profile that is compared.")
  private Path b;

  @Option(
      names = "--time-a",
      paramLabel = "NANOS",
      description = "What all samples of A are together; without it and --time-b, shares.")
  private Double timeA;

  @Option(
      names = "--time-b",
      paramLabel = "NANOS",
      description = "What all samples of B are together.")
  private Double timeB;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      defaultValue = "difference.html",
      description = "The page; ${DEFAULT-VALUE} if none is named.")
  private Path page;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    try {
      AtomicFiles.write(
          page.toAbsolutePath(), Site.difference(TwoFiles.page(a, b, timeA, timeB), false));
    } catch (TwoFiles.Refused e) {
      throw new Failure(e.getMessage());
    } catch (IOException e) {
      throw new Failure(
          "%s: the page cannot be written (%s); check permissions and free space."
              .formatted(page, e.getClass().getSimpleName()));
    }
    spec.commandLine().getOut().println("Difference: " + page.toAbsolutePath().normalize());
    return 0;
  }
}
