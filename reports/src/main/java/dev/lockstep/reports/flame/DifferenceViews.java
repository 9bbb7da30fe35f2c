/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.flame;

import dev.lockstep.reports.flame.Chance.Finding;
import dev.lockstep.reports.flame.DifferencePage.Facts;
import dev.lockstep.reports.flame.DifferencePage.Row;
import dev.lockstep.reports.judge.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Puts a difference into the words of its page. */
final class DifferenceViews {
  /** A table holds no more frames. */
  static final int MOST_ROWS = 40;

  /** Frames with fewer samples on either side are not listed unless they are told apart. */
  private static final int FEWEST = 3;

  private final Difference difference;
  private final Amounts amounts;

  private DifferenceViews(Difference difference, Amounts amounts) {
    this.difference = difference;
    this.amounts = amounts;
  }

  /**
   * Returns the page.
   *
   * @param untold why nothing can be told apart, as half a sentence, or null
   */
  static DifferencePage page(
      String file,
      String title,
      List<String> shared,
      String event,
      Difference difference,
      Amounts amounts,
      Facts a,
      Facts b,
      String untold,
      List<String> limits) {
    DifferenceViews views = new DifferenceViews(difference, amounts);
    List<Difference.Frame> changed = difference.changed();
    List<Row> rows =
        changed.stream()
            .filter(DifferenceViews::isListed)
            .limit(MOST_ROWS)
            .map(views::row)
            .toList();
    return new DifferencePage(
        file,
        title,
        shared,
        event,
        amounts.unit(),
        a,
        b,
        untold == null ? views.sentence(changed) : "No frame is told apart: " + untold + ".",
        rows,
        changed.size() - rows.size(),
        Drawing.of(difference, amounts),
        limits);
  }

  private static boolean isListed(Difference.Frame frame) {
    return frame.self() != Finding.NONE || Math.max(frame.selfA(), frame.selfB()) >= FEWEST;
  }

  private Row row(Difference.Frame frame) {
    String finding =
        switch (frame.self()) {
          case NONE -> "not told apart";
          case MORE_IN_A -> frame.selfB() == 0 ? "only in A" : "less in B";
          case MORE_IN_B -> frame.selfA() == 0 ? "only in B" : "more in B";
        };
    String style =
        switch (frame.self()) {
          case NONE -> "same";
          case MORE_IN_A -> "less2";
          case MORE_IN_B -> "more2";
        };
    return new Row(
        frame.name(),
        FrameNames.brief(frame.name()),
        amounts.of(difference.a().of(frame.selfA())),
        amounts.of(difference.b().of(frame.selfB())),
        amounts.signed(difference.change(frame)),
        Words.count(frame.selfA()),
        Words.count(frame.selfB()),
        finding,
        style);
  }

  private String sentence(List<Difference.Frame> changed) {
    List<String> parts = new ArrayList<>();
    long more = changed.stream().filter(frame -> frame.self() == Finding.MORE_IN_B).count();
    long less = changed.stream().filter(frame -> frame.self() == Finding.MORE_IN_A).count();
    if (more + less > 0) {
      parts.add(
          "Of %s, %s and %s."
              .formatted(
                  counted(changed.size(), "frame"),
                  more == 1 ? "1 takes more in B" : none(more) + " take more in B",
                  none(less) + " less"));
    } else {
      parts.add("No frame is told apart.");
    }
    String least =
        least("only B has", difference.chance().leastInB(), difference.b())
            + ", "
            + least("only A has", difference.chance().leastInA(), difference.a());
    parts.add(least.substring(0, 1).toUpperCase(Locale.ROOT) + least.substring(1) + ".");
    return String.join(" ", parts);
  }

  private String least(String which, long samples, Side side) {
    return samples == 0
        ? "of a frame that %s there are too few samples to tell it".formatted(which)
        : "a frame that %s is told from %s on".formatted(which, amounts.with(side.of(samples)));
  }

  private static String none(long n) {
    return n == 0 ? "none" : Words.count(n);
  }

  static String counted(long n, String what) {
    return Words.count(n) + " " + what + (n == 1 ? "" : "s");
  }
}
