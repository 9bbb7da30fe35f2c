/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.fanout.Io;
import dev.lockstep.core.kernel.GlobalLock;
import dev.lockstep.core.kernel.WrongResultException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FanOutTest {

  private final FanOut fanOut = new FanOut();
  private final FanOut.Tasks counted = new FanOut.Tasks();

  private void set(int tasks, Io io, FanOut.Work work) {
    fanOut.kind = ExecutorKind.FIXED;
    fanOut.workers = 4;
    fanOut.tasks = tasks;
    fanOut.io = io;
    fanOut.ioMillis = 1;
    fanOut.cpuTokens = 100;
    fanOut.lock = GlobalLock.PER_TASK;
    fanOut.work = work;
  }

  @ParameterizedTest
  @EnumSource
  void everyTaskIsCompleted(Io io) throws IOException {
    set(20, io, FanOut.Work.REQUEST);
    fanOut.open();
    Object _ = fanOut.run(counted);
    counted.settle(fanOut);
    assertThat(counted.completed).isEqualTo(20);
    fanOut.close();
  }

  @Test
  void everyCellIsCompleted() throws IOException {
    set(FanOut.BOOK_CELLS, Io.SLEEP, FanOut.Work.LIFE);
    fanOut.open();
    Object _ = fanOut.run(counted);
    counted.settle(fanOut);
    assertThat(counted.completed).isEqualTo(45);
    fanOut.close();
  }

  /** A shot whose results are not there is no fast one. */
  @Test
  void aShotThatLeftNothingIsWrong() throws IOException {
    set(20, Io.SLEEP, FanOut.Work.REQUEST);
    fanOut.open();
    Object _ = fanOut.run(counted);
    counted.settle(fanOut);
    assertThatThrownBy(() -> counted.settle(fanOut))
        .isInstanceOf(WrongResultException.class)
        .hasMessage("FIXED completed 0 of 20 tasks");
    fanOut.close();
  }

  @Test
  void whatTheMachineCannotIsRefused() {
    set(10_000_000, Io.SOCKET, FanOut.Work.REQUEST);
    assertThatThrownBy(fanOut::open)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("descriptors");
    set(46, Io.SLEEP, FanOut.Work.LIFE);
    assertThatThrownBy(fanOut::open).isInstanceOf(IllegalArgumentException.class);
  }
}
