/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.OtherThread;
import java.lang.reflect.Method;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A thread ends of its own accord: nobody can kill it, and a signal must be listened to. */
class StopTest {

  @Test
  @SuppressWarnings({"removal", "deprecation"}) // that it no longer works is what is tested
  void noThreadIsKilledFromOutside() throws Exception {
    CountDownLatch end = new CountDownLatch(1);
    OtherThread<Boolean> worker =
        OtherThread.start(
            () -> {
              end.await();
              return true;
            });
    assertThatThrownBy(() -> worker.thread().stop())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(worker.result().isDone()).isFalse();
    end.countDown();
    assertThat(worker.get()).isTrue();
  }

  @Test
  void noThreadIsSuspendedFromOutside() {
    assertThat(Thread.class.getMethods())
        .extracting(Method::getName)
        .contains("interrupt")
        .doesNotContain("suspend", "resume");
  }

  @Test
  void anInterruptAloneStopsNobody() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(1);
    VolatileFlag stop = new VolatileFlag();
    OtherThread<Boolean> deaf =
        OtherThread.start(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                Thread.onSpinWait();
              }
              interrupted.countDown();
              stop.await();
              return Thread.currentThread().isInterrupted();
            });
    deaf.thread().interrupt();
    interrupted.await();
    assertThat(deaf.result().isDone()).as("interrupted and working").isFalse();
    stop.send(deaf.thread());
    assertThat(deaf.get()).as("the status is a note, and it is still there").isTrue();
  }

  /** Not the plain flag: its worker may never look at it again. */
  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "PLAIN_FLAG")
  void aWorkerThatListensIsStopped(SyncKind kind) throws Exception {
    Signal stop = kind.create();
    OtherThread<String> worker =
        OtherThread.start(
            () -> {
              stop.await();
              return "stopped by itself";
            });
    stop.send(worker.thread());
    assertThat(worker.get()).isEqualTo("stopped by itself");
    worker.thread().join();
    assertThat(worker.thread().getState()).isEqualTo(Thread.State.TERMINATED);
  }
}
