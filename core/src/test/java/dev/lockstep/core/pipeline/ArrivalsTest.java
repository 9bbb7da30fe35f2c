/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lockstep.core.OtherThread;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What workers add at the same time comes out once, and whoever waits is told. */
class ArrivalsTest {

  private static final int WORKERS = 4;
  private static final int EACH = 20_000;

  private final Arrivals<Integer> arrivals = new Arrivals<>();

  /** Every worker's numbers have its own remainder, and ascend. */
  private List<OtherThread<Void>> workers() {
    List<OtherThread<Void>> workers = new ArrayList<>();
    for (int worker = 0; worker < WORKERS; worker++) {
      int remainder = worker;
      workers.add(
          OtherThread.start(
              () -> {
                for (int i = 0; i < EACH; i++) {
                  arrivals.add(i * WORKERS + remainder);
                }
                return null;
              }));
    }
    return workers;
  }

  private static void assertAllOnceAndInOrder(List<Integer> taken) {
    assertThat(taken).hasSize(WORKERS * EACH).doesNotHaveDuplicates();
    for (int worker = 0; worker < WORKERS; worker++) {
      int remainder = worker;
      assertThat(taken.stream().filter(item -> item % WORKERS == remainder).toList()).isSorted();
    }
  }

  @Test
  void whatManyAddAtOnceIsAllThere() throws Exception {
    for (OtherThread<Void> worker : workers()) {
      worker.get();
    }
    assertAllOnceAndInOrder(arrivals.takeAll());
    assertThat(arrivals.takeAll()).isEmpty();
  }

  @Test
  void whoWaitsGetsAsManyAsItWantsWhileMoreCome() throws Exception {
    List<OtherThread<Void>> workers = workers();
    List<Integer> taken = new ArrayList<>();
    for (int part = 0; part < 16; part++) {
      int wanted = WORKERS * EACH / 16;
      arrivals.expect(wanted);
      List<Integer> some = arrivals.collect();
      assertThat(some).hasSize(wanted);
      taken.addAll(some);
    }
    for (OtherThread<Void> worker : workers) {
      worker.get();
    }
    assertAllOnceAndInOrder(taken);
  }

  @Test
  void theLastOneWakesWhoWaits() throws Exception {
    arrivals.add(1);
    arrivals.expect(3);
    OtherThread<List<Integer>> caller = OtherThread.start(arrivals::collect);
    caller.awaitWaiting();
    arrivals.add(2);
    caller.awaitWaiting();
    long before = System.nanoTime();
    arrivals.add(3);
    assertThat(caller.get()).containsExactly(1, 2, 3);
    assertThat(arrivals.last() - before).isNotNegative();
    assertThat(System.nanoTime() - arrivals.last()).isNotNegative();
  }

  @Test
  void theFirstFailureEndsTheWaiting() throws Exception {
    arrivals.expect(1);
    OtherThread<List<Integer>> caller = OtherThread.start(arrivals::collect);
    caller.awaitWaiting();
    arrivals.fail(new IllegalStateException("the first"));
    arrivals.fail(new IllegalStateException("the second"));
    assertThat(catchThrowable(caller::get)).rootCause().hasMessage("the first");
    assertThatIllegalStateException().isThrownBy(arrivals::check).withMessage("the first");
  }

  @Test
  void whatIsThereIsGivenInSpiteOfAFailure() throws Exception {
    arrivals.expect(1);
    arrivals.add(1);
    arrivals.fail(new IllegalStateException("too late"));
    assertThat(arrivals.collect()).containsExactly(1);
  }

  /** Who ends the line takes all; who waited for some of it must not be given fewer. */
  @Test
  void whatAnotherHasTakenIsNotGivenAgain() throws Exception {
    arrivals.add(1);
    arrivals.expect(2);
    OtherThread<List<Integer>> caller = OtherThread.start(arrivals::collect);
    caller.awaitWaiting();
    assertThat(arrivals.takeAll()).containsExactly(1);
    arrivals.add(2);
    arrivals.fail(new IllegalStateException("ended"));
    assertThat(catchThrowable(caller::get)).rootCause().hasMessage("ended");
  }

  @Test
  void anInterruptEndsTheWaitingOnly() throws Exception {
    arrivals.expect(1);
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(InterruptedException.class).isThrownBy(arrivals::collect);
    arrivals.expect(1);
    arrivals.add(1);
    assertThat(arrivals.collect()).containsExactly(1);
  }
}
