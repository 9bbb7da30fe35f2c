/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.core.counter.CounterKind;
import dev.lockstep.core.lock.LockKind;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Four trials whose forks take ten seconds each: two locks, and two counters of the heart. */
class AffordableTest {

  private static final Series SERIES = new Series(1, 1, 10);
  private static final Trial SPIN = lock(LockKind.SPIN_LOCK, 3);
  private static final Trial TICKET = lock(LockKind.TICKET_LOCK, 3);
  private static final Trial UNLOCKED = counter(CounterKind.UNLOCKED, 6);
  private static final Trial LOCKED = counter(CounterKind.REENTRANT_LOCK, 6);
  private static final List<Trial> LOCKS = List.of(SPIN, TICKET);
  private static final List<Trial> COUNTERS = List.of(UNLOCKED, LOCKED);

  /** What a run would know. */
  private static final class Known implements Affordable.Measured {

    private final Map<Trial, Integer> forks = new HashMap<>();
    private final Map<Trial, Integer> disturbed = new HashMap<>();
    private final Map<Trial, Double> halfWidths = new HashMap<>();
    private final Map<Trial, Integer> seconds = new HashMap<>();
    private final Set<Trial> failed = new HashSet<>();
    private final Set<Trial> over = new HashSet<>();

    @Override
    public boolean hasPrice(Trial trial) {
      return !failed.contains(trial) && taken(trial) >= trial.leastForks();
    }

    @Override
    public int forks(Trial trial) {
      return forks.getOrDefault(trial, 0);
    }

    @Override
    public int taken(Trial trial) {
      return forks(trial) + disturbed.getOrDefault(trial, 0);
    }

    @Override
    public boolean isOver(Trial trial) {
      return failed.contains(trial) || over.contains(trial);
    }

    @Override
    public Duration cost(Trial trial) {
      return Duration.ofSeconds(seconds.getOrDefault(trial, 10));
    }

    @Override
    public double halfWidth(Trial trial) {
      return halfWidths.getOrDefault(trial, 0.01);
    }

    @Override
    public Duration profile(Trial trial) {
      return failed.contains(trial) ? Duration.ZERO : cost(trial);
    }
  }

  private final Known known = new Known();
  private final Affordable affordable =
      new Affordable(List.of(SPIN, UNLOCKED, TICKET, LOCKED), known);

  private static Trial lock(LockKind kind, int forks) {
    return Trial.of(Fixtures.class, "throwing", kind)
        .with("kind", kind.name())
        .timed("avgt", "ns/op", forks, SERIES);
  }

  private static Trial counter(CounterKind kind, int forks) {
    return Trial.of(Fixtures.class, "sound", kind)
        .with("kind", kind.name())
        .timed("avgt", "ns/op", forks, SERIES);
  }

  private List<List<Trial>> priced(int seconds) {
    return affordable.priced(Optional.of(Duration.ofSeconds(seconds)));
  }

  private Optional<List<Trial>> next(int seconds) {
    return affordable.next(Optional.of(Duration.ofSeconds(seconds)), true);
  }

  private void allHave(int forks) {
    LOCKS.forEach(trial -> known.forks.put(trial, forks));
    COUNTERS.forEach(trial -> known.forks.put(trial, forks));
  }

  @Test
  void theHeartComesFirstAndWhatIsComparedStandsTogether() {
    assertThat(affordable.comparisons()).containsExactly(COUNTERS, LOCKS);
    assertThat(affordable.priced(Optional.empty())).containsExactly(COUNTERS, LOCKS);
  }

  /** Three forks and a flame graph of four trials; one second less buys two of them nothing. */
  @Test
  void aPriceIsPaidWithItsFlameGraphOrNotAtAll() {
    assertThat(priced(160)).containsExactly(COUNTERS, LOCKS);
    assertThat(priced(159)).containsExactly(COUNTERS);
    assertThat(priced(79)).isEmpty();
    assertThat(priced(-1)).isEmpty();
  }

  @Test
  void whatIsThereAlreadyCostsNothing() {
    LOCKS.forEach(trial -> known.forks.put(trial, 2));
    assertThat(priced(120)).containsExactly(COUNTERS, LOCKS);
    assertThat(priced(119)).containsExactly(COUNTERS);
    known.failed.addAll(COUNTERS);
    assertThat(priced(40)).as("who failed gets no more").containsExactly(COUNTERS, LOCKS);
  }

  @Test
  void whatTheHeartCannotHaveOthersMay() {
    COUNTERS.forEach(trial -> known.seconds.put(trial, 100));
    assertThat(priced(100)).containsExactly(LOCKS);
  }

  @Test
  void theFlameGraphsOfAllPricesAreReserved() {
    assertThat(affordable.profiles()).isZero();
    COUNTERS.forEach(trial -> known.forks.put(trial, 3));
    assertThat(affordable.profiles()).hasSeconds(20);
  }

  @Test
  void withoutAPriceNothingIsBettered() {
    allHave(2);
    assertThat(next(1_000)).isEmpty();
  }

  @Test
  void firstComesWhatHasFewerForksThanPlanned() {
    allHave(3);
    LOCKS.forEach(trial -> known.halfWidths.put(trial, 9.0));
    assertThat(next(20)).contains(COUNTERS);
    assertThat(next(19)).as("for all of a comparison or for none").isEmpty();
  }

  @Test
  void thenWhatIsWidestBesideWhatItHasToTellApart() {
    allHave(6);
    assertThat(next(1_000)).as("all are narrow enough").isEmpty();
    COUNTERS.forEach(trial -> known.halfWidths.put(trial, 0.2));
    assertThat(next(1_000)).contains(COUNTERS);
    LOCKS.forEach(trial -> known.forks.put(trial, 5));
    LOCKS.forEach(trial -> known.halfWidths.put(trial, 0.3));
    assertThat(next(1_000)).contains(LOCKS);
    LOCKS.forEach(trial -> known.forks.put(trial, SPIN.mostForks()));
    assertThat(next(1_000)).as("more would not narrow them").contains(COUNTERS);
  }

  @Test
  void whoWantsNoMoreThanPlannedGetsThat() {
    allHave(3);
    assertThat(affordable.next(Optional.empty(), false)).contains(COUNTERS);
    allHave(6);
    COUNTERS.forEach(trial -> known.halfWidths.put(trial, 0.2));
    assertThat(affordable.next(Optional.empty(), false)).isEmpty();
  }

  /** On a machine that is disturbed all the time no fork counts, and there has to be an end. */
  @Test
  void forksThatDoNotCountHaveAnEndToo() {
    allHave(3);
    COUNTERS.forEach(trial -> known.disturbed.put(trial, trial.mostForks()));
    LOCKS.forEach(trial -> known.disturbed.put(trial, trial.mostForks()));
    LOCKS.forEach(trial -> known.halfWidths.put(trial, 9.0));
    assertThat(affordable.next(Optional.empty(), true)).isEmpty();
  }

  /** A price whose last fork was killed still wants its flame graph, and no more forks. */
  @Test
  void whoTakesNoMoreForksKeepsItsFlameGraph() {
    COUNTERS.forEach(trial -> known.forks.put(trial, 3));
    known.over.addAll(COUNTERS);
    assertThat(affordable.profiles()).hasSeconds(20);
    assertThat(affordable.next(Optional.empty(), true)).isEmpty();
  }
}
