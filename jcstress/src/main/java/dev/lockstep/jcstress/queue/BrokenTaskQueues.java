/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import dev.lockstep.jcstress.proof.Broken;
import java.util.function.Consumer;

/** Queues that count unfinished work or have an end, broken on purpose, each in one place: for the twins of stress tests, and for models. */
public final class BrokenTaskQueues {

  private BrokenTaskQueues() {}

  @Broken(mutates = "queue:JOINABLE", bug = "looks whether anything is unfinished before it has the lock, and not again")
  public static final class CheckThenDone<T> extends BreakableTaskQueue<T> {

    @Override
    public void taskDone() {
      if (unfinished() == 0) {
        throw new IllegalStateException("taskDone was called more often than put");
      }
      lock.lock();
      try {
        unfinished--;
        finish();
      } finally {
        lock.unlock();
      }
    }
  }

  @Broken(mutates = "queue:CLOSABLE", bug = "a flag says that it is closed, and overtakes what is in it")
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
  public static final class DoneAtTheTake<T> extends BreakableTaskQueue<T> implements EndingQueue<T> {

    private boolean closed;

    /** The last item is the end; who waits for it is woken. */
    @Override
    public void close() {
      lock.lock();
      try {
        closed = true;
        notEmpty.signalAll();
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void forEach(Consumer<? super T> work) throws InterruptedException {
      T item = next();
      while (item != null) {
        taskDone();
        work.accept(item);
        item = next();
      }
    }

    private T next() throws InterruptedException {
      lock.lockInterruptibly();
      try {
        while (items.isEmpty() && !closed) {
          notEmpty.await();
        }
        return items.isEmpty() ? null : remove();
      } finally {
        lock.unlock();
      }
    }
  }

  @Broken(mutates = "queue:JOINABLE", bug = "takes an empty queue for one whose work is done")
  public static final class EmptyMeansDone<T> extends BreakableTaskQueue<T> {

    @Override
    boolean isBusy() {
      return !items.isEmpty();
    }
  }

  @Broken(mutates = "queue:JOINABLE", bug = "wakes nobody when all is done")
  public static final class SilentDone<T> extends BreakableTaskQueue<T> {

    @Override
    void finish() {
      // nobody is told
    }
  }

  @Broken(mutates = "queue:JOINABLE", bug = "reads the count and writes it back in two steps")
  public static final class TwoStepDone<T> extends BreakableTaskQueue<T> {

    @Override
    public void taskDone() {
      int left = unfinished() - 1;
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
