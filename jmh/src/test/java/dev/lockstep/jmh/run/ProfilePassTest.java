/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import static dev.lockstep.jmh.profile.Graph.CPU;
import static dev.lockstep.jmh.profile.Graph.WALL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.core.counter.CounterKind;
import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.jmh.profile.Graph;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProfilePassTest {

  @Test
  void aSeriesThatIsLongEnoughIsProfiledAsItIsScored() {
    Series scored = new Series(3, 7, 100);
    assertThat(ProfilePass.series(scored, fork("ns/op", 12.0))).isEqualTo(scored);
    assertThat(ProfilePass.series(scored, null)).isEqualTo(scored);
  }

  @Test
  void aShortSeriesIsMeasuredLongerAfterTheSameWarmUp() {
    assertThat(ProfilePass.series(new Series(2, 3, 50), null)).isEqualTo(new Series(2, 4, 50));
    assertThat(ProfilePass.series(new Series(1, 2, 30), null)).isEqualTo(new Series(1, 7, 30));
  }

  @Test
  void shotsAreRepeatedByWhatOneTakes() {
    Series scored = new Series(2, 3, 0);
    assertThat(ProfilePass.series(scored, fork("ms/op", 40.0))).isEqualTo(new Series(2, 5, 0));
    assertThat(ProfilePass.series(scored, fork("us/op", 40.0))).isEqualTo(new Series(2, 40, 0));
    assertThat(ProfilePass.series(scored, fork("ms/op", 4000.0))).isEqualTo(scored);
    assertThat(ProfilePass.series(scored, null)).isEqualTo(scored);
  }

  @Test
  void whatIsColdHasOneShotInEachOfSeveralJvms() {
    Series shot = new Series(0, 1, 0);
    Trial cold =
        Trial.of(Fixtures.class, "sound", CounterKind.ATOMIC)
            .timed("ss", "ms/op", 3, shot)
            .as(Trial.Role.COLD);
    assertThat(ProfilePass.series(shot, fork("ms/op", 5.0))).isEqualTo(shot);
    assertThat(ProfilePass.jvms(cold)).isEqualTo(5);
    assertThat(ProfilePass.jvms(cold.as(Trial.Role.SWEEP))).isEqualTo(1);
  }

  @Test
  void whatWaitsHasAGraphOfIt() {
    assertThat(graphs(counter(CounterKind.REENTRANT_LOCK, 2))).containsExactly(CPU, WALL);
    assertThat(graphs(counter(CounterKind.SYNCHRONIZED, 2))).containsExactly(CPU, WALL);
    assertThat(graphs(counter(CounterKind.REENTRANT_LOCK, 1))).containsExactly(CPU);
    assertThat(graphs(counter(CounterKind.ATOMIC, 2))).containsExactly(CPU);
    Trial line = Trial.of(Fixtures.class, "sound", QueueKind.CLOSABLE);
    assertThat(graphs(line)).containsExactly(CPU, WALL);
    assertThat(graphs(counter(CounterKind.ATOMIC, 1).as(Trial.Role.FAN_OUT))).contains(WALL);
    assertThat(counter(CounterKind.ATOMIC, 1).graphs(Set.of(Graph.ALLOC, Graph.LOCK)))
        .containsExactly(CPU, Graph.ALLOC, Graph.LOCK);
  }

  @Test
  void virtualThreadsAreKnownByKindAndByParameter() {
    Trial fixed = Trial.of(Fixtures.class, "sound", ExecutorKind.FIXED);
    assertThat(fixed.isOnVirtualThreads()).isFalse();
    assertThat(fixed.with("thread", "VIRTUAL").isOnVirtualThreads()).isTrue();
    for (ExecutorKind kind : List.of(ExecutorKind.VIRTUAL, ExecutorKind.STRUCTURED)) {
      assertThat(Trial.of(Fixtures.class, "sound", kind).isOnVirtualThreads()).isTrue();
    }
  }

  private static Trial counter(CounterKind kind, int threads) {
    return Trial.of(Fixtures.class, "sound", kind).on(threads);
  }

  private static Set<Graph> graphs(Trial trial) {
    return trial.graphs(Set.of());
  }

  private static TrialRecord.Fork fork(String unit, double score) {
    return new TrialRecord.Fork(
        1,
        "2026-01-01T00:00:00Z",
        1.0,
        false,
        unit,
        List.of(),
        List.of(score),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        true);
  }
}
