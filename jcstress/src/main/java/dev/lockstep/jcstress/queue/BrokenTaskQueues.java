/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import dev.lockstep.jcstress.proof.Broken;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Queues that count unfinished work or have an end, broken on purpose, each in one place: for the
 * twins of stress tests, and for models.
 */
public final class BrokenTaskQueues {

  private BrokenTaskQueues() {}

  @Broken(
      mutates = "queue:JOINABLE",
      bug = "looks whether anything is unfinished before it has the lock, and not again")
  public static class CheckThenDone<T> extends BreakableTaskQueue<T> {

    @Override
    public void taskDone() {
      if (unfinished() == 0) {
        throw new IllegalStateException("taskDone was called more often than put");
      }
      betweenTwoSteps();
      lock.lock();
      try {
        unfinished--;
        finish();
      } finally {
        lock.unlock();
      }
    }

    void betweenTwoSteps() {}
  }

  @Broken(bug = "looks whether anything is unfinished, and lowers the count long after")
  public static final class CheckThenDoneSlow<T> extends CheckThenDone<T> {

    @Override
    void betweenTwoSteps() {
      for (int i = 0; i < 5; i++) {
        Thread.onSpinWait();
      }
    }
  }

  @Broken(
      mutates = "queue:CLOSABLE",
      bug = "a flag says that it is closed, and overtakes what is in it")
  public static final class ClosedFlag<T> extends BreakableTaskQueue<T> implements EndingQueue<T> {

    private volatile boolean closed;

    @Override
    public void close() {
      closed = true;
    }

    /** Spins: nobody is woken here. */
    @Override
    public void forEach(Consumer<? super T> work) {
      while (!closed) {
        T item = poll();
        if (item != null) {
          work.accept(item);
          taskDone();
        }
      }
    }
  }

  @Broken(mutates = "queue:JOINABLE", bug = "shows an item before it is counted")
  public static final class CountAfterPut<T> extends BreakableTaskQueue<T> {

    @Override
    public boolean offer(T item) {
      lock.lock();
      try {
        items.addLast(item);
        notEmpty.signal();
      } finally {
        lock.unlock();
      }
      lock.lock();
      try {
        unfinished++;
        return true;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void put(T item) {
      boolean _ = offer(item);
    }
  }

  @Broken(mutates = "queue:CLOSABLE", bug = "an item counts as done before it is worked on")
  public static final class DoneAtTheTake<T> extends BreakableEndingQueue<T> {

    @Override
    void workOn(T item, Consumer<? super T> work) {
      taskDone();
      work.accept(item);
    }
  }

  @Broken(mutates = "queue:JOINABLE", bug = "takes an empty queue for one whose work is done")
  public static final class EmptyMeansDone<T> extends BreakableTaskQueue<T> {

    @Override
    boolean isBusy() {
      return !items.isEmpty();
    }
  }

  @Broken(mutates = "queue:CLOSABLE", bug = "who closes it second adds no sentinel")
  public static final class OneSentinel<T> extends BreakableEndingQueue<T> {

    private boolean closed;

    @Override
    void addSentinel() {
      if (!closed) {
        super.addSentinel();
      }
      closed = true;
    }
  }

  @Broken(mutates = "queue:CLOSABLE", bug = "wakes no consumer when it is closed")
  public static final class SilentClose<T> extends BreakableEndingQueue<T> {

    @Override
    void tellConsumers() {
      // nobody is told
    }
  }

  @Broken(bug = "the count is read and written by opaque accesses, which order nothing")
  public static final class OpaqueCount<T> extends BreakableTaskQueue<T> {

    private final AtomicInteger count = new AtomicInteger();

    @Override
    public void put(T item) {
      count.setOpaque(count.getOpaque() + 1);
    }

    @Override
    public void taskDone() {
      count.setOpaque(count.getOpaque() - 1);
    }

    /** Spins: nobody is woken here. */
    @Override
    public void join() {
      while (count.getOpaque() > 0) {
        Thread.onSpinWait();
      }
    }
  }

  @Broken(mutates = "queue:JOINABLE", bug = "wakes nobody when all is done")
  public static final class SilentDone<T> extends BreakableTaskQueue<T> {

    @Override
    void finish() {
      // nobody is told
    }
  }

  @Broken(mutates = "queue:CLOSABLE", bug = "forgets who waits for room when it is closed")
  public static final class SilentRefusal<T> extends BreakableEndingQueue<T> {

    @Override
    void tellProducers() {
      // nobody is told
    }
  }

  @Broken(mutates = "queue:JOINABLE", bug = "reads the count and writes it back in two steps")
  public static final class TwoStepDone<T> extends BreakableTaskQueue<T> {

    @Override
    public void taskDone() {
      int left = unfinished() - 1;
      if (left < 0) {
        throw new IllegalStateException("taskDone was called more often than put");
      }
      lock.lock();
      try {
        unfinished = left;
        finish();
      } finally {
        lock.unlock();
      }
    }
  }

  @Broken(mutates = "queue:JOINABLE", bug = "wakes one of those who join")
  public static final class WakeOneJoiner<T> extends BreakableTaskQueue<T> {

    @Override
    void finish() {
      if (unfinished == 0) {
        finished.signal();
      }
    }
  }
}
