/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Something that figures may show. A point never shows anything, and neither does an interval that
 * reaches across a line: only what lies beyond it as a whole does.
 */
sealed interface Shown {
  /** More forks than this nobody waits for. */
  int MOST_FORKS = 100;

  /**
   * Returns how often chance alone would show it though it is not so, if the figures were seen like
   * this; 1 if nothing shows it.
   */
  double chance(UnaryOperator<Estimate> seen);

  /** Returns the same of the figures as they are. */
  default double chance() {
    return chance(UnaryOperator.identity());
  }

  /**
   * Returns how many forks of each trial would bring the chance down to a level if the figures
   * stayed as they are, or 0 if none would.
   */
  default int forks(double level) {
    if (chance(figure -> figure.from(MOST_FORKS)) > level) {
      return 0;
    }
    for (int forks = ForkStatistics.FEWEST_FORKS; forks < MOST_FORKS; forks++) {
      int many = forks;
      if (chance(figure -> figure.from(many)) <= level) {
        return forks;
      }
    }
    return MOST_FORKS;
  }

  /** That a figure lies above a line, given as a logarithm. */
  record Above(Estimate figure, double line) implements Shown {
    @Override
    public double chance(UnaryOperator<Estimate> seen) {
      return seen.apply(figure).chanceAbove(line);
    }
  }

  /** That a figure lies below a line, given as a logarithm. */
  record Below(Estimate figure, double line) implements Shown {
    @Override
    public double chance(UnaryOperator<Estimate> seen) {
      return seen.apply(figure).chanceBelow(line);
    }
  }

  /** All of several things: as sure as the one that is least sure. */
  record All(List<Shown> parts) implements Shown {
    @Override
    public double chance(UnaryOperator<Estimate> seen) {
      return parts.stream().mapToDouble(part -> part.chance(seen)).max().orElse(1);
    }
  }

  /** One of several things at least: who looks at many finds one by chance the more easily. */
  record Any(List<Shown> parts) implements Shown {
    @Override
    public double chance(UnaryOperator<Estimate> seen) {
      double least = parts.stream().mapToDouble(part -> part.chance(seen)).min().orElse(1);
      return Math.min(1, Math.max(1, parts.size()) * least);
    }
  }

  /** What was counted or proven, which chance has no part in. */
  record Known(boolean so) implements Shown {
    @Override
    public double chance(UnaryOperator<Estimate> seen) {
      return so ? 0 : 1;
    }
  }
}
