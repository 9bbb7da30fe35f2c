/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.Future;
import java.util.concurrent.RecursiveAction;
import java.util.concurrent.RecursiveTask;
import java.util.function.Function;

/**
 * Divide and conquer: halves the list until one chunk is left, and, where the function is {@link
 * Divisible} and every input stands by itself, halves the input, too. So it is not bound by how
 * uneven the tasks are.
 *
 * <p>A worker forks the second half and goes on with the first; what it forked last it takes back
 * first, and who has nothing to do steals what was forked first, the largest piece. An input is
 * halved only as long as there is little to steal, which is so in the beginning and towards the end
 * of a list: in between whole inputs keep everybody busy.
 */
final class SplitMapper extends PoolCallMapper {

  /** Forked pieces beyond those that idle workers would take, from which on halving stops. */
  private static final int ENOUGH_TO_STEAL = 3;

  /**
   * How often an input can be halved: into 64 parts per worker, so that the last ones are small.
   */
  private final int depth;

  SplitMapper(int workers) {
    super(new ForkJoinPool(workers), workers);
    depth = workers == 1 ? 0 : 6 + Integer.SIZE - Integer.numberOfLeadingZeros(workers - 1);
  }

  @Override
  <T, R> Future<List<List<Outcome<R>>>> start(
      Call<T, R> call, Function<? super T, ? extends R> task, Terms terms) {
    List<List<Outcome<R>>> outcomes =
        new ArrayList<>(Collections.nCopies(call.steps().size(), null));
    Divisible<T, R> function = terms.chunk() == 1 && depth > 0 ? divisible(task) : null;
    return pool()
        .submit(
            () -> {
              new Steps<>(call, function, depth, outcomes, 0, outcomes.size()).compute();
              return outcomes;
            });
  }

  /** The parts of an input may have a wider type than the inputs, which only their list shows. */
  @SuppressWarnings("unchecked")
  private static <T, R> Divisible<T, R> divisible(Function<? super T, ? extends R> task) {
    return task instanceof Divisible<?, ?> ? (Divisible<T, R>) task : null;
  }

  /** The steps from one to another, exclusive. */
  @SuppressWarnings("serial") // never leaves its pool
  private static final class Steps<T, R> extends RecursiveAction {

    private final Call<T, R> call;
    private final Divisible<T, R> function;
    private final int depth;
    private final List<List<Outcome<R>>> outcomes;
    private final int from;
    private final int to;

    /**
     * @param function null if inputs are not to be divided
     * @param outcomes takes those of the steps, each at its place
     */
    Steps(
        Call<T, R> call,
        Divisible<T, R> function,
        int depth,
        List<List<Outcome<R>>> outcomes,
        int from,
        int to) {
      this.call = call;
      this.function = function;
      this.depth = depth;
      this.outcomes = outcomes;
      this.from = from;
      this.to = to;
    }

    @Override
    protected void compute() {
      if (to - from > 1) {
        int middle = (from + to) >>> 1;
        ForkJoinTask<Void> second = new Steps<>(call, function, depth, outcomes, middle, to).fork();
        new Steps<>(call, function, depth, outcomes, from, middle).compute();
        Void _ = second.join();
      } else if (to - from == 1) {
        Step<T, R> step = call.steps().get(from);
        outcomes.set(from, function == null ? step.outcomes() : divided(step));
      }
    }

    private List<Outcome<R>> divided(Step<T, R> step) {
      Outcome<R> outcome = new Part<>(call, function, step.input(), depth).compute();
      return outcome == null ? null : step.settle(List.of(outcome));
    }
  }

  /** An input, or a part of one; its outcome is null if the call was stopped. */
  @SuppressWarnings("serial") // never leaves its pool
  private static final class Part<T, R> extends RecursiveTask<Outcome<R>> {

    private final Call<T, R> call;
    private final Divisible<T, R> function;
    private final T input;
    private final int depth;

    Part(Call<T, R> call, Divisible<T, R> function, T input, int depth) {
      this.call = call;
      this.function = function;
      this.input = input;
      this.depth = depth;
    }

    @Override
    protected Outcome<R> compute() {
      if (depth == 0 || getSurplusQueuedTaskCount() >= ENOUGH_TO_STEAL) {
        return call.part(() -> Outcome.of(function, input));
      }
      Outcome<List<T>> halves = Outcome.of(whole -> function.divide(whole, 2), input);
      if (halves.failure() != null) {
        return new Outcome<>(null, halves.failure());
      }
      if (halves.value().size() < 2) {
        return call.part(() -> Outcome.of(function, input));
      }
      ForkJoinTask<Outcome<R>> second = part(halves.value().getLast()).fork();
      Outcome<R> first = part(halves.value().getFirst()).compute();
      return joined(first, second.join());
    }

    private Part<T, R> part(T half) {
      return new Part<>(call, function, half, depth - 1);
    }

    private Outcome<R> joined(Outcome<R> first, Outcome<R> second) {
      if (first == null || second == null) {
        return null;
      }
      if (first.failure() != null || second.failure() != null) {
        return first.failure() != null ? first : second;
      }
      List<R> results = Arrays.asList(first.value(), second.value());
      return Outcome.of(whole -> function.join(whole, results), input);
    }
  }
}
