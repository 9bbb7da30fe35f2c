/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.report.Sweep;
import java.util.ArrayList;
import java.util.List;

/** Shows a point of a sweep: what was got in the cell, what it took on hover, why in its flame. */
final class PointCells {
  private PointCells() {}

  /** Returns everything that is known of a point, in one line. */
  static String title(Sweep.Point point, boolean withInterval) {
    List<String> title = new ArrayList<>();
    if (point.workers() != null) {
      title.add(Counts.workers(point.workers()));
    }
    title.add(Figures.figure(point.score()) + " " + point.unit());
    if (withInterval && point.interval() != null) {
      title.add("95 % interval " + Figures.timesInterval(point.interval()));
    }
    if (point.boundEfficiency() != null) {
      title.add(Figures.percent(point.boundEfficiency()) + " of the makespan bound");
    }
    if (point.efficiency() != null) {
      title.add(Figures.percent(point.efficiency()) + " of the workers");
    }
    if (point.karpFlatt() != null) {
      title.add("serial part after Karp and Flatt " + Figures.percent(point.karpFlatt()));
    }
    Sweep.Cost cost = point.cost();
    if (cost.cpu() != null) {
      title.add("cpu " + Figures.cpu(cost.cpu(), point.unit()));
    }
    if (cost.bytes() != null) {
      title.add(Figures.figure(cost.bytes()) + " B");
    }
    if (cost.voluntarySwitches() != null) {
      title.add(Figures.figure(cost.voluntarySwitches()) + " voluntary switches");
    }
    if (cost.involuntarySwitches() != null) {
      title.add(Figures.figure(cost.involuntarySwitches()) + " involuntary");
    }
    if (point.overSubscribed()) {
      title.add("more workers than cores");
    }
    return String.join(", ", title);
  }
}
