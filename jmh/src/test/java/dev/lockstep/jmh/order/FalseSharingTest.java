/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.order;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.kernel.WrongResultException;
import java.lang.foreign.ValueLayout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FalseSharingTest {

  private final FalseSharing cost = new FalseSharing();
  private final FalseSharing.Owner first = new FalseSharing.Owner();
  private final FalseSharing.Owner second = new FalseSharing.Owner();

  @ParameterizedTest
  @ValueSource(ints = {8, 128})
  void eachCounterHoldsWhatItsThreadAdded(int distance) {
    cost.distance = distance;
    cost.create(2);
    first.attach(cost, 0);
    second.attach(cost, 1);
    cost.increment(first);
    cost.increment(second);
    cost.increment(second);
    first.verify(cost);
    second.verify(cost);
    cost.counters.set(ValueLayout.JAVA_LONG, distance, 1);
    first.verify(cost);
    assertThatThrownBy(() -> second.verify(cost))
        .isInstanceOf(WrongResultException.class)
        .hasMessage("the counter at %d is at 1 after 2 increments", distance);
  }
}
