/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.stack;

import dev.lockstep.core.stack.Item;
import dev.lockstep.core.stack.Stack;
import dev.lockstep.core.stack.StackKind;
import dev.lockstep.jmh.counter.Ledger;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * What it costs to push an item on a shared stack and to pop one, by kind and by threads. A thread
 * goes on with the item that it has popped, so that the items wander from thread to thread.
 *
 * <p>The score holds two additions to a field of the thread, which are the oracle: what all threads
 * have pushed and what they have popped must be the same, by the sum of the numbers.
 *
 * <p>HOW TO RUN: {@code java -jar jmh/target/benchmarks.jar StackCost -p kind=TREIBER -t 2}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Threads(2)
@Fork(3)
@Warmup(iterations = 10, time = 100, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 20, time = 100, timeUnit = TimeUnit.MILLISECONDS)
public class StackCost {

  @Param public StackKind kind;

  Stack stack;
  private Ledger ledger;

  @Setup(Level.Trial)
  public void create(BenchmarkParams params) {
    create(params.getThreads());
  }

  void create(int threads) {
    stack = kind.create();
    ledger = new Ledger(kind, () -> 0, threads); // nothing is left in the stack
  }

  /** One thread's item, and the numbers of those it has pushed less those it has popped. */
  @State(Scope.Thread)
  public static class Hand {

    private Item item;
    private int left;

    @Setup(Level.Trial)
    public void take(ThreadParams params) {
      take(params.getThreadIndex());
    }

    void take(int thread) {
      item = new Item(1 << thread);
    }

    @TearDown(Level.Iteration)
    public void settle(StackCost cost) {
      long _ = cost.ledger.settle(left);
      left = 0;
    }
  }

  @Benchmark
  public void pushAndPop(Hand hand) {
    hand.left += hand.item.number();
    stack.push(hand.item);
    Item popped = stack.pop();
    if (popped == null) { // only one that is broken loses an item
      return;
    }
    hand.left -= popped.number();
    hand.item = popped;
  }
}
