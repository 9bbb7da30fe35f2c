/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.core.counter.CounterKind;
import dev.lockstep.core.lock.LockKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Four trials whose forks take ten seconds each: two locks, and two counters of the heart. */
class AffordableTest {

  private static final Series SERIES = new Series(1, 1, 10);
  private static final Trial SPIN = lock(LockKind.SPIN_LOCK, 3);
  private static final Trial TICKET = lock(LockKind.TICKET_LOCK, 3);
  private static final Trial ATOMIC = counter(CounterKind.ATOMIC, 6);
  private static final Trial ADDER = counter(CounterKind.ADDER, 6);

  private final Affordable affordable =
      new Affordable(List.of(SPIN, ATOMIC, TICKET, ADDER), _ -> Duration.ofSeconds(10));

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

  private List<Trial> of(int fork, int seconds) {
    return affordable.of(fork, Duration.ofSeconds(seconds));
  }

  @Test
  void theHeartComesFirstAndWhatIsComparedStandsTogether() {
    assertThat(affordable.all(1)).containsExactly(ATOMIC, ADDER, SPIN, TICKET);
    assertThat(affordable.all(4)).containsExactly(ATOMIC, ADDER);
    assertThat(affordable.all(7)).isEmpty();
  }

  @Test
  void whatBuysThreeForksOfEverythingBuysThem() {
    assertThat(of(2, 80)).hasSize(4);
    assertThat(of(3, 39)).as("what took longer than it was thought to").hasSize(4);
  }

  /** Three forks of the counters make a price of each; two of everything would make none. */
  @Test
  void whatGetsNoPriceGetsNoForkAndStaysOut() {
    assertThat(of(2, 79)).containsExactly(ATOMIC, ADDER);
    assertThat(of(3, 1_000)).containsExactly(ATOMIC, ADDER);
  }

  @Test
  void whatTheHeartCannotHaveOthersMay() {
    Affordable dear =
        new Affordable(
            List.of(ATOMIC, SPIN),
            trial -> Duration.ofSeconds(trial.construct() == LockKind.SPIN_LOCK ? 1 : 100));
    assertThat(dear.of(2, Duration.ofSeconds(50))).containsExactly(SPIN);
  }

  @Test
  void aPriceIsBetteredForAllOfItsComparisonOrForNone() {
    assertThat(of(4, 20)).containsExactly(ATOMIC, ADDER);
    assertThat(of(4, 19)).isEmpty();
    assertThat(of(5, 20)).as("it has its price and was only passed over").hasSize(2);
  }
}
