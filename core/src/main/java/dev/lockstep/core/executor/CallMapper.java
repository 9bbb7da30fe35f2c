/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * A mapper that hands a whole call over at once and gets one future for it. The kinds that do so
 * cannot cancel single tasks by themselves; their calls can be stopped as a whole.
 */
abstract class CallMapper implements Mapper {

  private final Calls calls = new Calls();

  /** Starts all steps; the future has their outcomes in the order of the steps. */
  abstract <T, R> Future<List<List<Outcome<R>>>> start(
      Call<T, R> call, Function<? super T, ? extends R> task, Terms terms);

  /** Lets the threads end when they have nothing more to do. */
  abstract void shutdown();

  /** Whether all threads have ended; waits for them. */
  abstract boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException;

  /** The caller is gone; the future may not be there, or not be done. */
  <V> void leave(Call<?, ?> call, Future<V> all) {
    calls.leave(call);
  }

  @Override
  public final <T, R> List<R> map(
      Function<? super T, ? extends R> task, List<T> inputs, Terms terms) {
    Deadline deadline = Deadline.of(terms);
    Call<T, R> call = new Call<>(task, inputs, terms.chunk(), deadline);
    calls.enter(call);
    Future<List<List<Outcome<R>>>> all = null;
    List<List<Outcome<R>>> outcomes = null;
    try {
      Interruption.check();
      all = start(call, task, terms);
      outcomes = deadline.await(all);
    } catch (TimeoutException e) {
      throw call.exceeded();
    } finally {
      if (outcomes == null) {
        call.stop();
      }
      leave(call, all);
    }
    return call.values(outcomes);
  }

  /** Waits until no call is under way. */
  final boolean awaitLastCall(long timeout, TimeUnit unit) throws InterruptedException {
    return calls.awaitLast(timeout, unit);
  }

  final void left(Call<?, ?> call) {
    calls.leave(call);
  }

  @Override
  public final void close() {
    calls.close();
    shutdown();
    // Once its steps are dropped or interrupted a call comes to its end, and then the threads do.
    Closing.await(this::awaitTermination, calls::stop);
  }
}
