/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.core.unit.UnitKind;
import dev.lockstep.run.Plan;
import java.util.List;

/**
 * What each plan measures of units and links.
 *
 * @param measures whether they are measured at all
 * @param forks score forks of each trial
 * @param series iterations of a start and of a round trip
 * @param slow the same for processes, of which few are started in an iteration
 * @param depths of the chains
 * @param parked how many threads are kept waiting for the footprint
 */
record UnitPlan(
    boolean measures,
    int forks,
    Series series,
    Series slow,
    List<Integer> depths,
    List<Parked> parked) {

  /**
   * So many threads of a kind.
   *
   * @param stackKilobytes 0 for what the JVM takes by itself
   */
  record Parked(UnitKind kind, int count, int stackKilobytes) {}

  static UnitPlan of(Plan plan) {
    return switch (plan) {
      case SMOKE ->
          new UnitPlan(
              true,
              1,
              new Series(1, 2, 30),
              new Series(0, 1, 30),
              List.of(1),
              List.of(
                  new Parked(UnitKind.VIRTUAL, 100, 0), new Parked(UnitKind.PLATFORM, 100, 256)));
      case QUICK ->
          new UnitPlan(false, 3, new Series(1, 1, 0), new Series(1, 1, 0), List.of(), List.of());
      case NIGHTLY ->
          new UnitPlan(
              true,
              3,
              new Series(5, 10, 100),
              new Series(2, 5, 200),
              List.of(1, 10, 100),
              List.of(
                  new Parked(UnitKind.VIRTUAL, 1_000, 0),
                  new Parked(UnitKind.VIRTUAL, 10_000, 0),
                  new Parked(UnitKind.VIRTUAL, 100_000, 0),
                  new Parked(UnitKind.PLATFORM, 1_000, 0),
                  new Parked(UnitKind.PLATFORM, 1_000, 8_192),
                  new Parked(UnitKind.PLATFORM, 10_000, 0)));
      case FULL ->
          new UnitPlan(
              true,
              10,
              new Series(20, 50, 100),
              new Series(5, 20, 200),
              List.of(1, 10, 100),
              List.of(
                  new Parked(UnitKind.VIRTUAL, 100, 0),
                  new Parked(UnitKind.VIRTUAL, 1_000, 0),
                  new Parked(UnitKind.VIRTUAL, 10_000, 0),
                  new Parked(UnitKind.VIRTUAL, 100_000, 0),
                  new Parked(UnitKind.VIRTUAL, 1_000_000, 0),
                  new Parked(UnitKind.PLATFORM, 100, 0),
                  new Parked(UnitKind.PLATFORM, 1_000, 0),
                  new Parked(UnitKind.PLATFORM, 1_000, 256),
                  new Parked(UnitKind.PLATFORM, 1_000, 8_192),
                  new Parked(UnitKind.PLATFORM, 10_000, 0)));
    };
  }
}
