/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.jmh.executor.FanOut;
import java.util.List;

/** The trials of requests that block. Which executors are swept is told by {@link SweepTrials}. */
final class FanOutTrials {

  private FanOutTrials() {}

  static List<Trial> of(FanOutPlan plan, int cores) {
    return Fan.all(plan, cores).stream()
        .filter(plan::has)
        .map(
            fan ->
                named(fan).timed("ss", "ms/op", plan.forks(), plan.series()).as(Trial.Role.FAN_OUT))
        .toList();
  }

  private static Trial named(Fan fan) {
    return Trial.of(FanOut.class, "run", fan.kind())
        .with("kind", fan.kind().name())
        .with("workers", String.valueOf(fan.workers()))
        .with("work", fan.work().name())
        .with("tasks", String.valueOf(fan.tasks()))
        .with("io", fan.io().name())
        .with("ioMillis", String.valueOf(fan.millis()))
        .with("cpuTokens", String.valueOf(fan.cpuTokens()))
        .with("lock", fan.lock().name());
  }
}
