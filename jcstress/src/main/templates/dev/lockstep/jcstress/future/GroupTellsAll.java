/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.future;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.future.TaskGroup;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Watch;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * Two threads wait for the only task of a group, and it ends: does each go on?
 *
 * <p>The threads may wait for different things, so a task that ends wakes them all, and each looks
 * for itself. In every second sample the task fails, and by an error at that. One of the threads is
 * another thread than the actor's own. Source: API of {@link TaskGroup#gatherAll}.
 */
@Blocking
@Nightly
public class GroupTellsAll {

  private static final ExecutorService SECOND =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());

  @JCStressTest
  @Outcome(id = "BOTH", expect = ACCEPTABLE, desc = "Both threads were woken.")
  @Outcome(id = "LATE", expect = FORBIDDEN, desc = "The task has ended, and a thread sleeps on.")
  @Outcome(expect = FORBIDDEN, desc = "There is no such answer.")
  @State
  public static class $Name {

    private static int samples;

    private final boolean fails = samples++ % 2 == 0;
    private final Group group = $subject;
    private final Watch watch = new Watch(3);
    private final CountDownLatch work = new CountDownLatch(1);
    private volatile Future<Integer> task;

    @Actor
    public void waiters(L_Result r) {
      task =
          group.start(
              () -> {
                work.await();
                if (fails) {
                  throw new StackOverflowError("as planned");
                }
                return 1;
              });
      CompletableFuture<Boolean> second =
          CompletableFuture.supplyAsync(() -> watch.ends(1, group::awaitAll), SECOND);
      boolean first = watch.ends(0, group::awaitAll);
      r.r1 = second.join() && first ? "BOTH" : "LATE";
    }

    @Actor
    public void ender() {
      watch.awaitParked(0);
      watch.awaitParked(1);
      boolean _ =
          watch.ends(
              2,
              () -> {
                work.countDown();
                try {
                  int _ = task.get();
                } catch (ExecutionException planned) {
                  return;
                }
              });
    }
  }
}
