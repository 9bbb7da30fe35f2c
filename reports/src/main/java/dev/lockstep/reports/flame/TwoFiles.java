/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.flame;

import dev.lockstep.reports.run.Quoted;
import dev.lockstep.reports.run.Stacks;
import java.nio.file.Path;
import java.util.List;

/** The difference of two files of collapsed stacks, of which nothing else is known. */
public final class TwoFiles {
  private TwoFiles() {}

  /** Why there is no page, as a sentence. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String sentence) {
      super(sentence);
    }
  }

  /**
   * Returns the page.
   *
   * @param timeA nanoseconds that all samples of A are together, or null for shares of each file
   * @param timeB the same of B
   */
  public static DifferencePage page(Path a, Path b, Double timeA, Double timeB) throws Refused {
    boolean shares = timeA == null && timeB == null;
    if (!shares && (timeA == null || timeB == null || !(timeA > 0) || !(timeB > 0))) {
      throw new Refused("Both times have to be named, and to be above 0, or neither.");
    }
    Side sideA = side(a, shares ? 1 : timeA);
    Side sideB = side(b, shares ? 1 : timeB);
    Amounts amounts =
        shares ? Amounts.SHARES : Amounts.nanos(Math.max(sideA.total(), sideB.total()));
    String what = shares ? "shares of all samples" : "times of one operation";
    return DifferenceViews.page(
        "",
        name(b) + " against " + name(a),
        List.of(),
        "samples",
        new Difference(sideA, sideB),
        amounts,
        facts(a, sideA, amounts),
        facts(b, sideB, amounts),
        null,
        List.of(
            "Compared are %s; how far these may be off is not known, chance of the samples alone is."
                .formatted(what),
            "The JIT compiler is drawn as one frame if its stacks stand below one of that name."));
  }

  private static Side side(Path file, double whole) throws Refused {
    try {
      Profile profile = Profile.of(Stacks.read(file));
      return new Side(profile, whole / profile.total(), 1, 1);
    } catch (Profile.Unusable e) {
      throw new Refused("%s: %s.".formatted(Quoted.name(file.toString()), e.getMessage()));
    }
  }

  private static String name(Path file) {
    Path name = file.getFileName();
    Path parent = file.toAbsolutePath().normalize().getParent();
    Path of = parent == null ? null : parent.getFileName();
    return Quoted.name((of == null ? "" : of + "/") + name);
  }

  private static DifferencePage.Facts facts(Path file, Side side, Amounts amounts) {
    return new DifferencePage.Facts(
        name(file),
        Quoted.line(file.toString()),
        null,
        "",
        "",
        "%s, together %s"
            .formatted(
                DifferenceViews.counted(side.profile().total(), "sample"),
                amounts.with(side.total())),
        null);
  }
}
