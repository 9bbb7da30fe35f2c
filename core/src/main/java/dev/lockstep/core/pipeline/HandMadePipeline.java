/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pipeline;

import dev.lockstep.core.queue.PollingQueue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;

/**
 * The pipeline that one writes first, an exhibit: stages of one {@link PollingWorker} each between
 * queues of a deque and a lock, and a main loop that looks now and then whether all are through.
 * Nothing is lost, and still it is of no use:
 *
 * <ol>
 *   <li>Workers without work wake up a hundred times a second each to find that there is none.
 *   <li>The caller needs a loop of its own to learn that the work is done, and learns it up to
 *       {@value #PAUSE_MILLIS} ms late.
 *   <li>Nothing tells a worker to stop: it stays when the work is done and its caller gone.
 *   <li>Nothing holds a fast stage back: what waits for a slower one grows until memory ends.
 * </ol>
 *
 * <p>Source: Effective Python item 39. What takes its place is {@link Pipeline}.
 */
public final class HandMadePipeline<T> {

  /** How long the main loop sleeps between two looks, in milliseconds. */
  public static final int PAUSE_MILLIS = 100;

  private final List<PollingQueue<T>> queues = new ArrayList<>();
  private final List<PollingWorker<T>> workers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  /** Starts one worker for each step. */
  public HandMadePipeline(List<? extends Step<T, T>> steps, ThreadFactory factory) {
    queues.add(new PollingQueue<>());
    for (Step<T, T> step : steps) {
      PollingQueue<T> out = new PollingQueue<>();
      workers.add(new PollingWorker<>(step, queues.getLast(), out));
      queues.add(out);
    }
    for (PollingWorker<T> worker : workers) {
      Thread thread = factory.newThread(worker);
      threads.add(thread);
      thread.start();
    }
  }

  /** Puts an item in: never waits, however many are there. */
  public void put(T item) {
    queues.getFirst().put(item);
  }

  /** The main loop: returns when so many have come out in all, or for ever waits for them. */
  public void awaitDone(int count) throws InterruptedException {
    while (queues.getLast().size() < count) {
      Thread.sleep(PAUSE_MILLIS); // do something useful while waiting
    }
  }

  /** Takes out one result; null if there is none. */
  public T poll() {
    return queues.getLast().poll();
  }

  /** How many items wait for each stage now. */
  public List<Integer> depths() {
    return queues.subList(0, workers.size()).stream().map(PollingQueue::size).toList();
  }

  /** How often workers have looked for an item so far. */
  public long polled() {
    return workers.stream().mapToLong(PollingWorker::polledCount).sum();
  }

  /** How many items workers have worked on so far, stage by stage counted again. */
  public long workDone() {
    return workers.stream().mapToLong(PollingWorker::workDone).sum();
  }

  /** How many workers are running: all of them, whatever there is to do. */
  public int workersLeft() {
    return (int) threads.stream().filter(Thread::isAlive).count();
  }

  /**
   * For tests and benchmarks only, which must leave nothing behind: kills the workers by an
   * interrupt, wherever they are, and waits for that.
   *
   * @throws IllegalStateException if a step ignores it for five seconds
   */
  public void kill() throws InterruptedException {
    threads.forEach(Thread::interrupt);
    for (Thread thread : threads) {
      if (!thread.join(Duration.ofSeconds(5))) {
        throw new IllegalStateException(thread.getName() + " is still running");
      }
    }
  }
}
