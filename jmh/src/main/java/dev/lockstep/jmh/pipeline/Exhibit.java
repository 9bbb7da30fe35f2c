/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.pipeline;

import dev.lockstep.core.pipeline.HandMadePipeline;
import dev.lockstep.core.pipeline.Pipeline;
import dev.lockstep.core.pipeline.PipelineBuilder;
import dev.lockstep.core.pipeline.StageStatistics;
import dev.lockstep.core.pipeline.Step;
import dev.lockstep.core.queue.Channel;
import dev.lockstep.core.queue.QueueKind;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** One of the two pipelines that {@link HandMade} compares, with one worker in each stage. */
abstract class Exhibit {

  /** What a queue that has a bound is bounded to. */
  private static final int CAPACITY = 16;

  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final List<Thread> threads = new ArrayList<>();
  private long lastEnd;
  private long lag;

  static Exhibit fast(QueueKind kind) {
    return create(kind, 0, Channel.UNBOUNDED, false);
  }

  /** With a middle stage that takes 1 ms for an item; not for passing, but for looking at. */
  static Exhibit slow(QueueKind kind) {
    return create(kind, 1, CAPACITY, true);
  }

  private static Exhibit create(QueueKind kind, int millis, int capacity, boolean watched) {
    return switch (kind) {
      case POLLING -> new Polling(millis);
      case CLOSABLE -> new Closable(millis, capacity, watched);
      default -> throw new IllegalArgumentException("POLLING or CLOSABLE, not " + kind);
    };
  }

  /** Sends all items, and returns when it knows that they are done. */
  abstract void passAll() throws InterruptedException;

  /** Attempts of the workers to take an item. */
  abstract long polls();

  /** What they took, sentinels included. */
  abstract long takes();

  /** How many items came out. */
  abstract int results();

  /** Puts as much as there is room for, and returns the most that waited for the middle stage. */
  abstract long fill() throws InterruptedException;

  /** Ends the workers, by force if need be. */
  abstract void end() throws InterruptedException;

  final void pass() throws InterruptedException {
    passAll();
    lag = System.nanoTime() - lastEnd;
  }

  /** Only the last worker writes; who knows that the last item is out sees what it wrote. */
  final long lagNanos() {
    return lag;
  }

  final int workersLeft() {
    return (int) threads.stream().filter(Thread::isAlive).count();
  }

  final long cpuNanos() {
    return threads.stream().mapToLong(thread -> THREADS.getThreadCpuTime(thread.threadId())).sum();
  }

  final ThreadFactory factory() {
    return body -> {
      Thread thread = Thread.ofPlatform().daemon().name("exhibit").unstarted(body);
      threads.add(thread);
      return thread;
    };
  }

  final List<Step<Integer, Integer>> steps(int middleMillis) {
    Step<Integer, Integer> middle =
        middleMillis == 0
            ? item -> item
            : item -> {
              Thread.sleep(middleMillis);
              return item;
            };
    return List.of(
        item -> item,
        middle,
        item -> {
          if (item == Course.ITEMS - 1) {
            lastEnd = System.nanoTime();
          }
          return item;
        });
  }

  private static final class Polling extends Exhibit {

    private final HandMadePipeline<Integer> line;
    private int results;

    Polling(int millis) {
      line = new HandMadePipeline<>(steps(millis), factory());
    }

    @Override
    void passAll() throws InterruptedException {
      for (int item = 0; item < Course.ITEMS; item++) {
        line.put(item);
      }
      line.awaitDone(Course.ITEMS);
    }

    @Override
    long polls() {
      return line.polled();
    }

    @Override
    long takes() {
      return line.workDone();
    }

    @Override
    int results() {
      return results;
    }

    @Override
    long fill() throws InterruptedException {
      for (int item = 0; item < Course.ITEMS; item++) {
        line.put(item);
      }
      long start = System.nanoTime();
      List<Integer> depths = line.depths();
      while (depths.getFirst() > 0 && System.nanoTime() - start < PATIENCE_NANOS) {
        Thread.sleep(1);
        depths = line.depths();
      }
      return depths.get(1);
    }

    @Override
    void end() throws InterruptedException {
      line.kill();
      while (line.poll() != null) {
        results++;
      }
    }
  }

  private static final class Closable extends Exhibit {

    private final Pipeline<Integer, Integer> line;
    private List<Integer> done = List.of();

    Closable(int millis, int capacity, boolean watched) {
      List<Step<Integer, Integer>> steps = steps(millis);
      PipelineBuilder<Integer, Integer> plan =
          Pipeline.<Integer>over(QueueKind.CLOSABLE, capacity)
              .stage("download", 1, steps.get(0))
              .stage("resize", 1, steps.get(1))
              .stage("upload", 1, steps.get(2))
              .on(factory());
      line = (watched ? plan.watched() : plan).start();
    }

    @Override
    void passAll() throws InterruptedException {
      for (int item = 0; item < Course.ITEMS; item++) {
        line.put(item);
      }
      done = line.finish();
    }

    @Override
    long polls() {
      return line.statistics().stream().mapToLong(StageStatistics::polls).sum();
    }

    @Override
    long takes() {
      return line.statistics().stream().mapToLong(StageStatistics::takes).sum();
    }

    @Override
    int results() {
      return done.size();
    }

    @Override
    long fill() throws InterruptedException {
      long start = System.nanoTime();
      for (int item = 0;
          item < Course.ITEMS && System.nanoTime() - start < PATIENCE_NANOS;
          item++) {
        line.put(item);
      }
      return line.statistics().get(1).maxDepth().orElseThrow();
    }

    @Override
    void end() {
      line.close();
    }
  }
}
