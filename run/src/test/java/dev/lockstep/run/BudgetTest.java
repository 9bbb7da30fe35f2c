/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Budgets of hours, so that no machine is too slow for what they are held against. */
class BudgetTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private static Duration left(Budget budget) {
    return budget.left().orElseThrow();
  }

  @Test
  void whatTheBuildTookIsGone() {
    Budget budget = Budget.since(Instant.now().minus(HOUR), HOUR.multipliedBy(3));
    assertThat(left(budget)).isBetween(HOUR, HOUR.multipliedBy(2));
    assertThat(budget.isUsedUp()).isFalse();
    assertThat(budget).hasToString("3h");
  }

  @Test
  void aBudgetThatTheBuildTookWholeIsUsedUp() {
    Budget budget = Budget.since(Instant.now().minus(HOUR), HOUR);
    assertThat(budget.isUsedUp()).isTrue();
    assertThat(budget.share(1, 1).isUsedUp()).isTrue();
  }

  /** The last harness of a night starts hours after the first. */
  @Test
  void aLongBudgetBeginsOnce() {
    Budget budget = Budget.since(Instant.now().minus(HOUR.multipliedBy(5)), HOUR.multipliedBy(6));
    assertThat(left(budget)).isLessThanOrEqualTo(HOUR);
  }

  @Test
  void aClockThatWasSetTakesNothing() {
    for (Duration off : new Duration[] {Duration.ofDays(-1), Duration.ofDays(400)}) {
      assertThat(left(Budget.since(Instant.now().minus(off), HOUR.multipliedBy(9))))
          .isGreaterThan(HOUR.multipliedBy(8));
    }
  }

  @Test
  void isSharedByNeed() {
    Budget whole = Budget.since(Instant.now(), HOUR.multipliedBy(10));
    assertThat(left(whole.share(1, 3))).isBetween(HOUR, HOUR.multipliedBy(5).dividedBy(2));
    assertThat(whole.share(1, 3)).as("a person knows the whole").hasToString("10h");
  }

  @Test
  void noneHasNoEnd() {
    assertThat(Budget.NONE.left()).isEmpty();
    assertThat(Budget.NONE.isUsedUp()).isFalse();
    assertThat(Budget.NONE.share(1, 1).isUsedUp()).isFalse();
    assertThat(Budget.NONE).hasToString("none");
  }
}
