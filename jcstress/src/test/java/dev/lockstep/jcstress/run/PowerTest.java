/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lockstep.jcstress.proof.ProofTest;
import dev.lockstep.jcstress.proof.Proofs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.util.Counter;

class PowerTest {

  private static final Map<String, ProofTest> TESTS =
      Proofs.all().stream().collect(Collectors.toMap(ProofTest::test, test -> test));
  private static final ProofTest ATOMIC = test("counter.LockedCounter.Atomic");
  private static final ProofTest NO_LOCK = test("counter.LockedCounterTwins.NoLock");

  private final Map<String, List<Counter<String>>> forks = new HashMap<>();

  private static ProofTest test(String name) {
    return TESTS.get("dev.lockstep.jcstress." + name);
  }

  private Power power() {
    return new Power(forks, TESTS);
  }

  private void fork(ProofTest test, long samples, String outcome, long count) {
    Counter<String> fork = new Counter<>();
    fork.record("else", samples - count);
    if (count > 0) {
      fork.record(outcome, count);
    }
    forks.computeIfAbsent(test.test(), name -> new ArrayList<>()).add(fork);
  }

  @Test
  void samplesByTheMedianRateOfTheControl() {
    for (int i = 0; i < 3; i++) {
      fork(ATOMIC, 1_000, "6", 1_000);
    }
    fork(NO_LOCK, 10_000, "5", 30);
    fork(NO_LOCK, 10_000, "4", 50);
    fork(NO_LOCK, 10_000, "3", 5_000);
    // 3,000 samples by 0.005 are 15 of the 20 that are owed.
    assertThat(power().share(ATOMIC)).isCloseTo(0.75, within(1e-9));
    assertThat(power().silentControls(ATOMIC)).isEmpty();
  }

  @Test
  void aControlThatShowsInOneForkOfThreeGivesNoPower() {
    fork(ATOMIC, 1_000_000, "6", 1_000_000);
    fork(NO_LOCK, 10_000, "5", 5_000);
    fork(NO_LOCK, 10_000, "5", 19);
    fork(NO_LOCK, 10_000, "5", 0);
    assertThat(power().share(ATOMIC)).isZero();
    assertThat(power().silentControls(ATOMIC)).containsExactly(NO_LOCK.test());
  }

  /** A short plan may leave the nearest control to a longer one. */
  @Test
  void aControlThatIsNotPlannedIsNotWaitedFor() {
    ProofTest event = test("sync.SignalWakes.Event");
    ProofTest planned = test("sync.SignalWakesTwins.LookPauseBeforeLock");
    Power power = new Power(forks, Map.of(event.test(), event, planned.test(), planned));
    for (int i = 0; i < 3; i++) {
      fork(event, 1_000, "WOKEN", 1_000);
    }
    assertThat(power.share(event)).isZero();
    // Of the rows EARLY and LATE.
    assertThat(power.silentControls(event)).containsExactly(planned.test(), planned.test());
    for (int i = 0; i < 3; i++) {
      fork(planned, 1_000, "LATE", 900);
    }
    assertThat(power.silentControls(event)).containsExactly(planned.test());
  }

  @Test
  void fewForksAreNotEnough() {
    fork(ATOMIC, 1_000_000, "6", 1_000_000);
    for (int i = 0; i < 3; i++) {
      fork(NO_LOCK, 10_000, "5", 5_000);
    }
    assertThat(power().share(ATOMIC)).isCloseTo(1.0 / 3, within(1e-9));
  }

  @Test
  void anOrderThatWasHardlySeen() {
    ProofTest tryLock = test("lock.TryLock.Semaphore");
    ProofTest control = test("lock.TryLockTwins.NobodyKeptOut");
    for (int i = 0; i < 3; i++) {
      fork(control, 10_000, "true, true, 1", 5_000);
      fork(tryLock, 10_000, "true, false, 1", 1_000);
      fork(tryLock, 10_000, "false, true, 1", 1_000);
    }
    fork(tryLock, 10_000, "true, true, 2", 7);
    assertThat(power().share(tryLock)).isCloseTo(0.07, within(1e-9));
  }

  @Test
  void aSilentSiblingIsNoReasonForAnotherFork() {
    ProofTest order = test("lock.LockPublishes.SpinLock");
    for (int i = 0; i < 3; i++) {
      fork(order, 1_000, "0, 0", 500);
      fork(order, 1_000, "1, 1", 500);
      fork(test("lock.LockPublishesTwins.OpaqueUnlock"), 1_000, "1, 0", 0);
    }
    assertThat(power().share(order)).isGreaterThanOrEqualTo(1);
    assertThat(power().silentControls(order)).isEmpty();
  }

  @Test
  void aRaceThatWasNotSeen() {
    ProofTest race = test("counter.CounterRace.DistinctOffsets");
    fork(race, 1_000, "1", 500);
    assertThat(power().share(race)).isZero();
    fork(race, 1_000, "10", 1);
    assertThat(power().share(race)).isGreaterThanOrEqualTo(1);
  }
}
