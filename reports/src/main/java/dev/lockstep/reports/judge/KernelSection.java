/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import static dev.lockstep.reports.judge.SectionEntry.role;

import dev.lockstep.reports.judge.SectionEntry.CellEntry;
import dev.lockstep.reports.judge.SectionEntry.TableEntry;
import dev.lockstep.reports.run.Quoted;
import java.util.List;

/** What two functions cost by algorithm and engine, on one core and without any executor. */
final class KernelSection {
  static final String LOOP = "LOOP";

  static final SectionEntry ENTRY =
      new SectionEntry(
          "kernels",
          "Kernels",
          "algorithm and engine on one core, without any executor; the lists of the Python chapter",
          "",
          List.of(
              TableEntry.of("The list of a function", "kernel", role("KERNEL"))
                  .hint(
                      "below: times as fast as the plain Java loop; share of the throughput of the"
                          + " machine's divider, which no kernel that tries every number passes")
                  .columns(
                      KernelSection::function,
                      KernelSection::heading,
                      CellEntry.amount(
                          "",
                          each -> each.amount("time"),
                          KernelSection::overLoop,
                          KernelSection::ofDivider)),
              TableEntry.of("The smallest call", "kernel", role("CALL"))
                  .columns(
                      KernelSection::function, KernelSection::heading, CellEntry.metric("", "time"))
                  .withoutBadges()),
          List.of(
              new PairRule(
                  "engines",
                  "Times as fast as the plain Java loop",
                  role("KERNEL"),
                  (one, other) -> one.kind().equals(LOOP) && one.isBeside(other, "kind"),
                  KernelSection::function,
                  Measured::time,
                  (one, other) -> other.kind() + " %s"),
              new BestRule(
                  "best-kernel",
                  "Fastest of the kernels that try every number",
                  each -> each.is("KERNEL") && triesEveryNumber(each),
                  KernelSection::function,
                  Measured::time,
                  Measured::kind,
                  each -> each.amount("time"))),
          List.of());

  private KernelSection() {}

  /** Every kind but one has the algorithm of the plain loop. */
  static boolean triesEveryNumber(Measured each) {
    return !each.kind().equals("ROOT");
  }

  static String function(Measured each) {
    return Quoted.name(each.at("function"));
  }

  private static String heading(String function) {
    return function.isEmpty() ? "list" : function;
  }

  private static String overLoop(Measured each) {
    Measured loop = each.with("kind", LOOP);
    return loop == null || loop.id().equals(each.id())
        ? ""
        : Words.of(loop.over(each), "×") + " LOOP";
  }

  private static String ofDivider(Measured each) {
    Measured divider =
        each.beside(
            other -> other.is("DIVIDER") && other.at("function").equals(each.at("function")));
    return divider == null || !triesEveryNumber(each)
        ? ""
        : Words.percent(divider.over(each).value()) + " of divider";
  }
}
