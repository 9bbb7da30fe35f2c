/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Sweep;

/** Picks the point of a sweep at which kinds are compared. */
public final class AtCores {
  private AtCores() {}

  /**
   * Returns the point at as many workers as cores, else at the most below, or that of a kind for
   * which workers mean nothing; null if every point has more workers than cores.
   */
  public static Sweep.Point of(Sweep sweep, int cores) {
    Sweep.Point best = null;
    for (Sweep.Point point : sweep.points()) {
      if (point.workers() == null) {
        return point;
      }
      if (point.workers() <= cores && (best == null || point.workers() > best.workers())) {
        best = point;
      }
    }
    return best;
  }
}
