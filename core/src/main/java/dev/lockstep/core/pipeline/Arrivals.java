/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pipeline;

import java.util.ArrayList;
import java.util.List;

/**
 * What has come out of a line, in order of completion. Any number of workers add, one caller waits.
 *
 * <p>What a worker did before it added happens-before the return of {@link #collect} (JLS 17.4.5:
 * both hold the monitor).
 */
final class Arrivals<R> {

  private List<R> arrived = new ArrayList<>();
  private int expected = Integer.MAX_VALUE;
  private RuntimeException failure;
  private long last;

  synchronized void add(R result) {
    arrived.add(result);
    if (arrived.size() == expected) {
      last = System.nanoTime();
      notifyAll();
    }
  }

  /** Ends all waiting, now and later: no more will come. The first reason counts. */
  synchronized void fail(RuntimeException reason) {
    if (failure == null) {
      failure = reason;
      notifyAll();
    }
  }

  /** Has the moment recorded in which so many are there. */
  synchronized void expect(int count) {
    expected = count;
    last = System.nanoTime();
  }

  /** Throws the reason, if there is one, for which no more will come. */
  synchronized void check() {
    if (failure != null) {
      throw failure instanceof PipelineException stage ? stage.again() : failure;
    }
  }

  /** Waits for what is expected and takes it out. */
  synchronized List<R> collect() throws InterruptedException {
    while (arrived.size() < expected) {
      check();
      wait();
    }
    return takeAll(expected);
  }

  /** When the last of those expected arrived, in {@link System#nanoTime}. */
  synchronized long last() {
    return last;
  }

  /** Takes out whatever is there. */
  synchronized List<R> takeAll() {
    return takeAll(arrived.size());
  }

  private List<R> takeAll(int count) {
    expected = Integer.MAX_VALUE;
    List<R> taken = arrived;
    arrived = new ArrayList<>(count);
    if (taken.size() > count) {
      List<R> rest = taken.subList(count, taken.size());
      arrived.addAll(rest);
      rest.clear();
    }
    return taken;
  }
}
