/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What a unit of concurrency costs; a table is null where nothing was measured. */
public record UnitsPage(
    List<Evidence> answers,
    Table starts,
    Table handoffs,
    Table footprints,
    List<String> corrections) {

  /** Returns the tables that are there. */
  public List<Table> tables() {
    return Stream.of(starts, handoffs, footprints).filter(Objects::nonNull).toList();
  }
}
