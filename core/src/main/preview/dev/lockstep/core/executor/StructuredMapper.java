/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.StructuredTaskScope;
import java.util.concurrent.StructuredTaskScope.Joiner;
import java.util.concurrent.StructuredTaskScope.Subtask;
import java.util.function.Function;

/**
 * A {@link StructuredTaskScope} per call and a subtask on a new virtual thread per chunk. No call
 * ends before its tasks: also when it is interrupted or its time is over, the caller waits until
 * those that run have ended.
 */
final class StructuredMapper implements Mapper {

  private final Calls calls = new Calls();
  private final int carriers;

  StructuredMapper(int carriers) {
    this.carriers = carriers;
  }

  @Override
  public <T, R> List<R> map(Function<? super T, ? extends R> task, List<T> inputs, Terms terms) {
    Deadline deadline = Deadline.of(terms);
    Call<T, R> call = new Call<>(task, inputs, terms.chunk(), deadline);
    calls.enter(call);
    try {
      Interruption.check();
      return call.values(outcomes(call, deadline, inputs.size()));
    } finally {
      calls.leave(call);
    }
  }

  private static <T, R> List<List<Outcome<R>>> outcomes(
      Call<T, R> call, Deadline deadline, int inputs) {
    List<Subtask<List<Outcome<R>>>> subtasks = new ArrayList<>(call.steps().size());
    try (var scope =
        StructuredTaskScope.open(
            Joiner.<List<Outcome<R>>>allSuccessfulOrThrow(), with -> within(with, deadline))) {
      boolean joined = false;
      try {
        for (Step<T, R> step : call.steps()) {
          subtasks.add(scope.fork(step::outcomes));
        }
        List<List<Outcome<R>>> outcomes = scope.join().map(Subtask::get).toList();
        joined = true;
        return outcomes;
      } finally {
        if (!joined) {
          call.stop(); // the scope interrupts a task, but not the rest of its chunk
        }
      }
    } catch (InterruptedException e) {
      throw Interruption.of(e);
    } catch (StructuredTaskScope.TimeoutException e) {
      throw deadline.exceeded(there(call, subtasks), inputs);
    }
  }

  private static StructuredTaskScope.Configuration within(
      StructuredTaskScope.Configuration plain, Deadline deadline) {
    StructuredTaskScope.Configuration named =
        plain.withThreadFactory(Thread.ofVirtual().name("structured-", 1).factory());
    return deadline.isSet()
        ? named.withTimeout(Duration.ofNanos(Math.max(1, deadline.left())))
        : named;
  }

  /** A task that ends after its scope was cancelled has no result, whatever its step has. */
  private static <T, R> int there(Call<T, R> call, List<Subtask<List<Outcome<R>>>> subtasks) {
    int there = 0;
    for (int i = 0; i < subtasks.size(); i++) {
      Step<T, R> step = call.steps().get(i);
      if (subtasks.get(i).state() == Subtask.State.SUCCESS
          && step.state() == Future.State.SUCCESS) {
        there += step.resultNow().size();
      }
    }
    return there;
  }

  @Override
  public int workers() {
    return carriers;
  }

  @Override
  public void close() {
    calls.close();
    Closing.await(calls::awaitLast, calls::stop);
  }
}
