/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Which call is where: waiting calls go to idle workers in order, one at a time each.
 *
 * <p>Answers are taken out of the memory by whoever comes first: a thread that waits for one of
 * them looks itself for a while, so that a short task goes there and back without any other thread,
 * and a thread of the pool's own is woken by the workers when nobody looks. All workers are told
 * whether somebody looks ({@link Link#awake}) or has to be woken.
 *
 * <p>One lock guards it all. What depends on an answer runs after the lock was given back. Why it
 * is right; each argument is a question to Fray, and DispatchTest brings the moments of the last
 * two about:
 *
 * <ul>
 *   <li><b>No answer is overlooked.</b> Whoever looks last, the thread that waits or the pool's
 *       own, announces a sleep to all workers and then looks once more, both under the lock (the
 *       argument stands at {@link Link}). While a thread looks by itself, the pool's own announces
 *       nothing: that thread will.
 *   <li><b>A call is refused, or comes to its end.</b> Whether this is closed is looked at under
 *       the hold of the lock under which a call comes into the queue, where {@link #dismiss} finds
 *       it.
 *   <li><b>A cancelled call ends nobody else's worker.</b> It does so only if the worker still has
 *       this call: the answer may have been taken meanwhile, and the next call sent.
 * </ul>
 */
final class Dispatch implements Runnable {

  private static final int CPUS = Runtime.getRuntime().availableProcessors();
  private static final int FAILED_STARTS = 3;

  /** How a call is to end, once the lock is free. */
  private record Ending(Call<?> call, Frame answer, Throwable failure) {

    void happen() {
      if (answer != null) {
        call.answered(answer);
      } else if (failure != null) {
        call.completeExceptionally(failure);
      } else {
        call.cancel(false);
      }
    }
  }

  /** What the pool does about its workers; never called under the lock. */
  interface Staff {

    /** A worker has connected: {@link #admit} it if it can be given work. */
    void connected(WorkerProcess worker);

    /** One more is needed. */
    void replace();
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Selector selector;
  private final Staff staff;
  private final int tasksPerWorker;
  private final Set<WorkerProcess> workers = new LinkedHashSet<>();
  private final Deque<WorkerProcess> idle = new ArrayDeque<>();
  private final Deque<Call<?>> waiting = new ArrayDeque<>();
  private final Map<WorkerProcess, Call<?>> pinned = new HashMap<>();
  private final List<Ending> endings = new ArrayList<>();
  private final List<WorkerProcess> arrivals = new ArrayList<>();
  private int busy;
  private int failedStarts;
  private boolean looking;
  private volatile boolean closed;
  private boolean stopped;
  private Throwable broken;
  private volatile long budget = Spin.FIRST;

  Dispatch(Staff staff, int tasksPerWorker) throws IOException {
    this.staff = staff;
    this.tasksPerWorker = tasksPerWorker;
    this.selector = Selector.open();
  }

  /** Gives the lock back, then does what may not be done under it. */
  private void leave() {
    List<Ending> due = endings.isEmpty() ? List.of() : List.copyOf(endings);
    List<WorkerProcess> arrived = arrivals.isEmpty() ? List.of() : List.copyOf(arrivals);
    endings.clear();
    arrivals.clear();
    lock.unlock();
    due.forEach(Ending::happen);
    arrived.forEach(staff::connected);
  }

  void add(WorkerProcess worker) throws IOException {
    lock.lock();
    try {
      if (closed || broken != null) {
        worker.kill();
        worker.hangUp();
        return;
      }
      workers.add(worker);
      worker.announceSleep();
      worker.listen(selector);
    } finally {
      leave();
    }
    selector.wakeup();
    CompletableFuture<?> _ =
        worker.process().onExit().thenAccept(process -> died(worker, process.exitValue()));
  }

  /** This worker can be given tasks. */
  void admit(WorkerProcess worker) {
    lock.lock();
    try {
      failedStarts = 0;
      if (workers.contains(worker)) {
        worker.admit();
        free(worker);
        dispatch();
      }
      changed.signalAll();
    } finally {
      leave();
    }
  }

  /** Gives a worker that is not admitted yet its first call. */
  void begin(WorkerProcess worker, Call<?> call) {
    lock.lock();
    try {
      give(worker, call);
    } finally {
      leave();
    }
  }

  /**
   * Puts a call at the end of the queue.
   *
   * @throws RejectedExecutionException if this is closed
   */
  void submit(Call<?> call) {
    lock.lock();
    try {
      checkOpen();
      if (broken != null) {
        endings.add(new Ending(call, null, broken));
        return;
      }
      waiting.add(call);
      dispatch();
    } finally {
      leave();
    }
  }

  boolean isClosed() {
    return closed;
  }

  void checkOpen() {
    if (closed) {
      throw new RejectedExecutionException("submit after close");
    }
  }

  /** Puts one call to every worker, each ahead of all tasks. */
  void ask(List<Call<?>> calls, List<WorkerProcess> whom) {
    lock.lock();
    try {
      for (int i = 0; i < calls.size(); i++) {
        WorkerProcess worker = whom.get(i);
        if (idle.remove(worker)) {
          give(worker, calls.get(i));
        } else if (workers.contains(worker) && !pinned.containsKey(worker)) {
          pinned.put(worker, calls.get(i));
        } else {
          endings.add(new Ending(calls.get(i), null, null));
        }
      }
    } finally {
      leave();
    }
  }

  private void give(WorkerProcess worker, Call<?> call) {
    busy++;
    worker.crowded(busy + 1 > CPUS);
    worker.send(call);
  }

  private void free(WorkerProcess worker) {
    Call<?> first = pinned.remove(worker);
    if (first != null) {
      give(worker, first);
    } else if (tasksPerWorker > 0 && worker.tasks() >= tasksPerWorker) {
      worker.sendEnd();
    } else {
      idle.push(worker); // the one that was last at work is the warmest
    }
  }

  private void dispatch() {
    while (!idle.isEmpty() && !waiting.isEmpty()) {
      Call<?> next = waiting.remove();
      if (!next.isDone()) {
        WorkerProcess worker = idle.pop();
        worker.countTask();
        give(worker, next);
      }
    }
    if (busy == 0 && waiting.isEmpty()) {
      changed.signalAll();
    }
  }

  /** Takes the answers that have arrived; whether there were any. */
  private boolean collect() {
    boolean any = false;
    for (WorkerProcess worker : workers) {
      Call<?> call = worker.call();
      Frame answer = call == null ? null : worker.advance();
      if (answer != null) {
        any = true;
        busy--;
        worker.forget();
        endings.add(new Ending(call, answer, null));
        if (worker.admitted()) {
          free(worker);
        }
      }
    }
    if (any) {
      dispatch();
    }
    return any;
  }

  /** Collects until all workers know that they must wake this side, and nothing has come since. */
  private void collectAndAnnounceSleep() {
    do {
      workers.forEach(WorkerProcess::announceSleep);
    } while (collect());
  }

  /** Looks for the answer of a call for a while; what to tell {@link #learn} later, or null. */
  Spin help(Call<?> call) {
    if (call.isDone() || !lock.tryLock()) {
      return null;
    }
    Spin spin;
    try {
      if (looking) {
        return null;
      }
      looking = true;
      spin = new Spin(budget, busy + 1 > CPUS);
      workers.forEach(WorkerProcess::awake);
      collect();
    } finally {
      leave();
    }
    while (!call.isDone() && spin.again()) {
      if (lock.tryLock()) {
        try {
          collect();
        } finally {
          leave();
        }
      }
    }
    lock.lock();
    try {
      looking = false;
      collectAndAnnounceSleep();
    } finally {
      leave();
    }
    return spin;
  }

  /** The wait that {@link #help} began is over. */
  void learn(Spin spin) {
    if (spin != null) {
      budget = spin.learnt();
    }
  }

  /** The pool's own thread: sleeps until a worker rings, connects or dies. */
  @Override
  public void run() {
    try (selector) {
      do {
        selector.select();
      } while (wake());
    } catch (IOException | RuntimeException e) {
      fail(e);
    }
  }

  /** Takes what the pool's own thread was woken for; false if this was stopped. */
  boolean wake() throws IOException {
    lock.lock();
    try {
      if (stopped) {
        return false;
      }
      for (SelectionKey key : selector.selectedKeys()) {
        WorkerProcess worker = (WorkerProcess) key.attachment();
        if (worker.connected()) {
          worker.answerBell();
        } else if (worker.connect(selector)) {
          arrivals.add(worker);
        }
      }
      selector.selectedKeys().clear();
      if (looking) {
        collect();
      } else {
        collectAndAnnounceSleep();
      }
      return true;
    } finally {
      leave();
    }
  }

  /** A worker's process has ended. */
  private void died(WorkerProcess worker, int status) {
    boolean needed;
    lock.lock();
    try {
      idle.remove(worker);
      Call<?> call = worker.call();
      if (call != null) {
        Frame last = worker.advance();
        Throwable failure =
            last != null
                ? null
                : new WorkerDiedException(worker.pid(), status, "while it ran a task");
        endings.add(new Ending(call, last, failure));
        worker.forget();
        busy--;
      }
      Call<?> never = pinned.remove(worker);
      if (never != null) {
        endings.add(new Ending(never, null, null));
      }
      workers.remove(worker);
      worker.hangUp();
      if (!worker.connected() && ++failedStarts >= FAILED_STARTS) {
        breakDown(new WorkerDiedException(worker.pid(), status, "before it could take a task"));
      }
      needed = !closed && broken == null;
      changed.signalAll();
    } finally {
      leave();
    }
    if (needed) {
      staff.replace();
    }
  }

  /** No call will be answered any more. */
  void fail(Throwable why) {
    lock.lock();
    try {
      breakDown(why);
    } finally {
      leave();
    }
  }

  /** The first reason is the one that is told: what follows is the death of those killed for it. */
  private void breakDown(Throwable why) {
    if (broken == null) {
      broken = why;
    }
    for (Call<?> call : waiting) {
      endings.add(new Ending(call, null, broken));
    }
    waiting.clear();
    workers.forEach(WorkerProcess::kill);
    changed.signalAll();
  }

  /** A call's future was cancelled: if it runs and may be stopped, its worker is ended. */
  void cancelled(Call<?> call, boolean stop) {
    lock.lock();
    try {
      if (call.worker() == null) {
        waiting.removeLastOccurrence(call);
        if (busy == 0 && waiting.isEmpty()) {
          changed.signalAll();
        }
      } else if (stop && call.worker().call() == call) {
        call.worker().kill();
      }
    } finally {
      leave();
    }
  }

  List<WorkerProcess> workers() {
    lock.lock();
    try {
      return List.copyOf(workers);
    } finally {
      leave();
    }
  }

  /** Waits until so many workers are at work or idle; false if that takes longer. */
  boolean awaitAdmitted(int count, long nanos) throws InterruptedException {
    lock.lock();
    try {
      long left = nanos;
      while (workers.stream().filter(WorkerProcess::admitted).count() < count) {
        if (broken != null) {
          throw new IllegalStateException("the pool is of no use", broken);
        }
        checkOpen();
        if (left <= 0) {
          return false;
        }
        left = changed.awaitNanos(left);
      }
      return true;
    } finally {
      leave();
    }
  }

  /** Takes no more calls, and waits until none is left; false if that takes longer. */
  boolean closeAndDrain(long seconds) throws InterruptedException {
    lock.lock();
    try {
      closed = true;
      long left = TimeUnit.SECONDS.toNanos(seconds);
      while ((busy > 0 || !waiting.isEmpty()) && left > 0) {
        left = changed.awaitNanos(left);
      }
      return busy == 0 && waiting.isEmpty();
    } finally {
      leave();
    }
  }

  /** Cancels what is left, and tells the workers to end, or ends them. */
  void dismiss(boolean forcibly) {
    lock.lock();
    try {
      closed = true;
      waiting.forEach(call -> endings.add(new Ending(call, null, null)));
      waiting.clear();
      for (WorkerProcess worker : workers) {
        Call<?> call = worker.call();
        if (call != null) {
          endings.add(new Ending(call, null, null));
          worker.forget(); // it was this that ended it, not its worker's death
          busy--;
        }
        if (forcibly || call != null || !worker.connected()) {
          worker.kill();
        } else if (!worker.ended()) {
          worker.sendEnd();
        }
      }
      idle.clear();
    } finally {
      leave();
    }
  }

  /** Waits until no process is left; false if that takes longer. */
  boolean awaitEnd(long seconds) throws InterruptedException {
    lock.lock();
    try {
      long left = TimeUnit.SECONDS.toNanos(seconds);
      while (!workers.isEmpty() && left > 0) {
        left = changed.awaitNanos(left);
      }
      return workers.isEmpty();
    } finally {
      leave();
    }
  }

  /** Ends the pool's own thread. */
  void stop() {
    lock.lock();
    try {
      stopped = true;
    } finally {
      leave();
    }
    selector.wakeup();
  }
}
