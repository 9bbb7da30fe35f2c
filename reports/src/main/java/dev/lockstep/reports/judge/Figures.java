/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Figure;
import dev.lockstep.reports.report.Price;

/** Takes a price for a figure that something else is derived from. */
final class Figures {
  private Figures() {}

  /** Returns the figure, or null if the trial gave none. */
  static Figure of(Price price, String label) {
    return price == null || !price.measured()
        ? null
        : new Figure(price.trial(), label, price.score(), price.interval(), price.unit());
  }
}
