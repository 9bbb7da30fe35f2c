/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.rwlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.kernel.WrongResultException;
import dev.lockstep.core.rwlock.ReadWriteKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadCostTest {

  private final ReadCost cost = new ReadCost();
  private final ReadCost.Reader reader = new ReadCost.Reader();

  @ParameterizedTest
  @EnumSource
  void aWriterIsThereUntilTheIterationEnds(ReadWriteKind kind) throws InterruptedException {
    cost.kind = kind;
    cost.writer = true;
    cost.create();
    cost.begin();
    for (int i = 0; i < 1_000; i++) {
      cost.read(reader);
    }
    cost.end();
    int written = cost.x;
    reader.verify(cost);
    assertThat(cost.y).isEqualTo(written);
    cost.writer = false;
    cost.begin();
    cost.read(reader);
    cost.end();
    assertThat(cost.x).as("nobody writes any more").isEqualTo(written);
  }

  @Test
  void halfOfAWriteIsWrong() {
    cost.kind = ReadWriteKind.STAMPED;
    cost.create();
    cost.write();
    cost.read(reader);
    reader.verify(cost);
    cost.x++;
    cost.read(reader);
    assertThatThrownBy(() -> reader.verify(cost))
        .isInstanceOf(WrongResultException.class)
        .hasMessage("STAMPED let a reader see half of a write");
  }
}
