/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.core.counter.CounterKind;
import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.jmh.executor.ExecutorSweep;
import java.util.List;
import org.junit.jupiter.api.Test;

class SiblingsTest {

  private static final Trial POOL = Trial.of(ExecutorSweep.class, "map", ExecutorKind.FIXED);

  /** 20 ns of CPU time per operation, whatever time that took. */
  private static TrialRecord.Fork fork(double nanos) {
    return Forks.of(List.of(), List.of(nanos), false, 20.0);
  }

  @Test
  void aForkThatHadOneOfTwoCpusIsDisturbed() {
    assertThat(Siblings.compared(POOL, List.of(fork(10), fork(19), fork(10.5))))
        .extracting(TrialRecord.Fork::disturbed)
        .containsExactly(
            null,
            "its threads had a CPU for 55 % of the time that those of the other forks had one",
            null);
  }

  @Test
  void aForkThatIsALittleLessBusyIsNot() {
    List<TrialRecord.Fork> forks = List.of(fork(10), fork(12), fork(10.5));
    assertThat(Siblings.compared(POOL, forks)).isEqualTo(forks);
  }

  @Test
  void aFastForkThatTookLessCpuTimeIsNot() {
    TrialRecord.Fork fast = Forks.of(List.of(), List.of(10.0), false, 10.0);
    List<TrialRecord.Fork> forks = List.of(fork(11), fork(11), fast);
    assertThat(Siblings.compared(POOL, forks)).isEqualTo(forks);
  }

  @Test
  void ofTwoForksNobodyKnowsWhichIsTheOddOne() {
    List<TrialRecord.Fork> forks = List.of(fork(10), fork(20));
    assertThat(Siblings.compared(POOL, forks)).isEqualTo(forks);
  }

  @Test
  void whereCpuTimeIsUnknownNothingIsSaid() {
    List<TrialRecord.Fork> forks =
        List.of(fork(10), fork(20), Forks.of(List.of(), List.of(10.0), false, null));
    assertThat(Siblings.compared(POOL, forks)).isEqualTo(forks);
  }

  @Test
  void threadsThatWaitForOneAnotherAreAsBusyAsTheyLike() {
    Trial lock = Trial.of(Fixtures.class, "sound", CounterKind.REENTRANT_LOCK).on(2);
    List<TrialRecord.Fork> forks = List.of(fork(10), fork(20), fork(10));
    assertThat(lock.waits()).isTrue();
    assertThat(Siblings.compared(lock, forks)).isEqualTo(forks);
  }

  @Test
  void aNamedDisturbanceKeepsItsName() {
    TrialRecord.Fork slow = fork(20).disturbed("the hypervisor took 12 % of the CPU time");
    List<TrialRecord.Fork> forks = List.of(fork(10), slow, fork(10));
    assertThat(Siblings.compared(POOL, forks)).isEqualTo(forks);
  }

  @Test
  void unitsOfTheFigureDoNotMatter() {
    TrialRecord.Fork micros = Forks.of("us/op", List.of(), List.of(2.0), false, 1_000.0);
    assertThat(micros.busyShare()).isEqualTo(0.5);
  }
}
