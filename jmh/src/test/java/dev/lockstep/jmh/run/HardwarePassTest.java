/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.core.counter.CounterKind;
import dev.lockstep.run.Planned;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.profile.ProfilerException;

class HardwarePassTest {

  private static final Trial TRIAL =
      Trial.of(Fixtures.class, "sound", CounterKind.ATOMIC)
          .timed("avgt", "ns/op", 1, new Series(1, 1, 10));

  private static HardwarePass without(String reason) {
    return HardwarePass.of(
        trial -> true,
        List.of(TRIAL),
        () -> {
          throw new ProfilerException(reason);
        });
  }

  @Test
  void whereThereAreNoCountersTheRunSaysSoOnceWithTheReason() {
    HardwarePass pass = without("No supported events.");
    assertThat(pass.notRun(List.of(TRIAL, TRIAL.with("n", "2"))))
        .containsExactly(
            new Planned.NotRun(
                "TRIAL",
                "hardware counters",
                null,
                "MACHINE",
                "JMH's perfnorm finds no hardware counters (No supported events): install perf on a"
                    + " machine whose kernel gives its events"));
  }

  @Test
  void ofALongReasonTheFirstLineIsEnough() {
    assertThat(without("[Cannot run program \"perf\"]\nand more").why().orElseThrow())
        .contains("([Cannot run program \"perf\"])")
        .doesNotContain("more");
  }

  @Test
  void whereThereAreCountersNothingIsLeftOut() {
    HardwarePass pass = HardwarePass.of(trial -> true, List.of(TRIAL), () -> {});
    assertThat(pass.why()).isEmpty();
    assertThat(pass.notRun(List.of(TRIAL))).isEmpty();
  }

  @Test
  void aPlanThatAsksForNoneLeavesThemToLongerOnes() {
    HardwarePass pass =
        HardwarePass.of(
            trial -> false,
            List.of(TRIAL),
            () -> {
              throw new ProfilerException("nobody asked");
            });
    assertThat(pass.why()).isEmpty();
    assertThat(pass.notRun(List.of(TRIAL)))
        .extracting(Planned.NotRun::cause, Planned.NotRun::why)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("PLAN", Trial.FROM_NIGHTLY));
  }
}
