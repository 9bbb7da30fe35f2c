/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Section;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The sections of the report, in the order of the page: a family adds its entry here. */
public final class Sections {
  static final List<SectionEntry> ALL =
      List.of(
          SettingsSection.ENTRY,
          PipelineSection.ENTRY,
          FanOutSection.ENTRY,
          UnitSection.ENTRY,
          LatencySection.ENTRY,
          KernelSection.ENTRY);

  private Sections() {}

  /** Returns what sections that are not there would be about. */
  public static List<String> missing(List<Section> sections) {
    Set<String> there = sections.stream().map(Section::id).collect(Collectors.toSet());
    return ALL.stream()
        .filter(entry -> !there.contains(entry.id()) && !entry.missing().isEmpty())
        .map(SectionEntry::missing)
        .toList();
  }
}
