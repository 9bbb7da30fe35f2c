/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** How long single operations took; a table is null where nothing was measured. */
public record LatencyPage(List<Evidence> answers, Table samples, Table openLoops) {

  /** Returns the tables that are there. */
  public List<Table> tables() {
    return Stream.of(samples, openLoops).filter(Objects::nonNull).toList();
  }
}
