/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.counter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConfinedCounterTest {

  @Test
  void addsUpAllViews() {
    Counter counter = new ConfinedCounter();
    Counter mine = counter.local();
    Counter yours = counter.local();
    mine.increment(1);
    yours.increment(10);
    counter.increment(100);
    assertThat(mine.value()).isEqualTo(1);
    assertThat(yours.value()).isEqualTo(10);
    assertThat(counter.value()).isEqualTo(111);
  }

  @Test
  void anotherThreadWithoutAViewHasACellOfItsOwn() throws InterruptedException {
    Counter counter = new ConfinedCounter();
    counter.increment(1);
    Thread other = Thread.ofPlatform().start(() -> counter.increment(10));
    other.join();
    assertThat(counter.value()).isEqualTo(11);
  }
}
