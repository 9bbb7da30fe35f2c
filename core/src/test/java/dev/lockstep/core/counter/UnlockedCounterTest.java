/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.counter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnlockedCounterTest {

  @Test
  void returnsWhatItHasWritten() {
    UnlockedCounter counter = new UnlockedCounter();
    assertThat(counter.addAndGet(3)).isEqualTo(3);
    assertThat(counter.addAndGet(-1)).isEqualTo(2);
    assertThat(counter.value()).isEqualTo(2);
  }
}
