/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Experiment;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Proof;
import dev.lockstep.reports.run.RunData;
import java.util.List;

/** What claims are decided on. */
record Facts(
    RunData data,
    List<Proof> proofs,
    List<Price> prices,
    List<Experiment> experiments,
    Observations observations) {

  int cores() {
    return data.plan().cores();
  }
}
