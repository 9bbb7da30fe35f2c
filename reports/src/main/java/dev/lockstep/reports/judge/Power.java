/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Proof;
import dev.lockstep.reports.run.PlannedTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How often a proof would have shown each forbidden row that it names, had it the bug of the
 * nearest control that counts:
 *
 * <pre>
 *   power of a row   = samples of the proof × rate of that control
 *   power of a proof = the least power of its rows
 * </pre>
 *
 * @param samples of the proof, over all configurations and forks
 */
record Power(long samples, List<Row> rows) {

  /** A forbidden row with its controls, the nearest first. */
  record Row(PlannedTest.Row planned, List<Control> controls) {

    /**
     * Returns whether the row asks for memory order: then only a control that breaks for want of
     * that order tells whether this machine can break it.
     */
    boolean order() {
      return controls.stream().anyMatch(each -> each.planned().order());
    }

    /** Returns the nearest control that counts, or null. */
    Control control() {
      for (Control each : controls) {
        if (canGivePower(each) && each.rate().counts()) {
          return each;
        }
      }
      return null;
    }

    boolean canGivePower(Control control) {
      return control.planned().order() || !order();
    }
  }

  /** A control and how often it showed the row. */
  record Control(PlannedTest.Control planned, Rate rate) {

    /**
     * Returns the rate that may count, or null if the control was not run. A window that was made
     * wider shows a bug more often than the bug by nature would.
     */
    Double perSample() {
      return rate.median() == null || planned.ceiling() == null
          ? rate.median()
          : (Double) Math.min(rate.median(), planned.ceiling());
    }
  }

  static Power of(PlannedTest proof, Map<String, Sightings> sightings) {
    List<Row> rows = new ArrayList<>();
    for (PlannedTest.Row row : proof.forbids() ? proof.rows() : List.<PlannedTest.Row>of()) {
      List<Control> controls = new ArrayList<>();
      for (PlannedTest.Control each : row.controls()) {
        Sightings twin = sightings.get(each.twin());
        controls.add(new Control(each, twin == null ? Rate.NOT_RUN : twin.rate(row.outcomes())));
      }
      rows.add(new Row(row, controls));
    }
    return new Power(sightings.get(proof.test()).samples(), rows);
  }

  /** Returns the power that a row has by a control that counts. */
  double by(Control control) {
    return samples * control.perSample();
  }

  /** Returns the row of the least power, or null if there is no row or one has no power. */
  Row weakest() {
    Row weakest = null;
    for (Row row : rows) {
      if (row.control() == null) {
        return null;
      }
      if (weakest == null || by(row.control()) < by(weakest.control())) {
        weakest = row;
      }
    }
    return weakest;
  }

  /** Returns the power of the proof, or null if it has none. */
  Double least() {
    Row weakest = samples == 0 ? null : weakest();
    return weakest == null ? null : (Double) by(weakest.control());
  }

  /** Returns every row and control as the report has them. */
  List<Proof.Control> told() {
    List<Proof.Control> told = new ArrayList<>();
    for (Row row : rows) {
      for (Control each : row.controls()) {
        boolean gives = samples > 0 && each.rate().counts() && row.canGivePower(each);
        told.add(
            new Proof.Control(
                String.join(" | ", row.planned().outcomes()),
                row.planned().means(),
                each.planned().twin(),
                each.planned().differs(),
                each.planned().order(),
                each.planned().widened(),
                each.rate().counts(),
                each.perSample(),
                gives ? (Double) by(each) : null));
      }
    }
    return told;
  }
}
