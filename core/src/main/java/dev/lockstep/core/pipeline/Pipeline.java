/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pipeline;

import dev.lockstep.core.queue.QueueKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Stages one after the other, each with a queue and workers of its own. Items go in at one end and
 * come out at the other, in order of completion; with one worker in every stage that is the order
 * in which they were put.
 *
 * <p>What a thread did before {@link #put} happens-before what the first stage does to that item,
 * and so on from stage to stage to the return of {@link #finish} or {@link #collect}.
 *
 * <p>A stage that throws brings all down: no worker takes a further item, those that work or wait
 * are interrupted, who waits for room is told, and what is under way is lost. Nothing hangs but
 * what ignores interrupts, and that is named.
 */
public final class Pipeline<T, R> implements AutoCloseable {

  private enum State {
    OPEN,
    FINISHING,
    FINISHED,
    FAILED,
    CLOSED
  }

  private final List<Stage> stages = new ArrayList<>();
  private final Stage first;
  private final Crew crew;
  private final Arrivals<R> arrivals = new Arrivals<>();
  private final ReentrantLock finishing = new ReentrantLock();
  private volatile State state = State.OPEN; // changed under its crew's monitor only
  private PipelineException failure;
  private List<R> finished;

  /** Which stage is to be closed next, and how many sentinels it has already. */
  private int closing;

  private int sentinels;

  Pipeline(
      QueueKind kind,
      int capacity,
      List<PipelineBuilder.Plan> plans,
      boolean watched,
      Duration grace) {
    for (PipelineBuilder.Plan plan : plans) {
      stages.add(new Stage(plan.name(), kind.create(capacity), watched));
    }
    for (int i = 0; i < plans.size(); i++) {
      PipelineBuilder.Plan plan = plans.get(i);
      Stage next = i + 1 < plans.size() ? stages.get(i + 1) : null;
      for (int worker = 0; worker < plan.workers(); worker++) {
        stages.get(i).add(new StageWorker(this, stages.get(i), plan.step(), next));
      }
    }
    first = stages.getFirst();
    crew = new Crew(stages, grace);
  }

  /**
   * The plan of a pipeline with such a queue before every stage.
   *
   * @throws IllegalArgumentException if a queue of this kind cannot have that capacity, or may lose
   *     items
   */
  public static <T> PipelineBuilder<T, T> over(QueueKind kind, int capacity) {
    return PipelineBuilder.over(kind, capacity);
  }

  /** Starts all, or none: threads that started before one could not are ended. */
  void start(ThreadFactory factory) {
    try {
      crew.start(factory);
    } catch (RuntimeException | Error e) {
      close();
      throw e;
    }
  }

  /**
   * Puts an item in; waits while the first queue is full.
   *
   * @throws PipelineException if a stage has failed, also while this waits; the item is lost
   * @throws IllegalStateException if the pipeline is finished or closed. A put at the same time as
   *     that may fail in this way although its item goes through
   * @throws InterruptedException if this thread is interrupted before or while it waits; the item
   *     is then not in the pipeline
   * @throws NullPointerException if the item is null
   */
  public void put(T item) throws InterruptedException {
    Objects.requireNonNull(item, "null is no item");
    check("put");
    first.put(item, () -> state == State.OPEN);
    check("put");
  }

  /**
   * Waits until so many results are there and takes them out, in order of completion: a way to pass
   * items through again and again without starting anew. Not for two threads at a time.
   *
   * @throws PipelineException if a stage fails before so many are there
   * @throws IllegalStateException if the pipeline is closed or finished before so many are there
   */
  public List<R> collect(int count) throws InterruptedException {
    if (count < 0) {
      throw new IllegalArgumentException("cannot collect " + count + " results");
    }
    arrivals.expect(count);
    return arrivals.collect();
  }

  Arrivals<R> arrivals() {
    return arrivals;
  }

  /**
   * Ends the pipeline: closes the first stage with one sentinel for each of its workers, waits
   * until these have ended, then closes the next, and so on. Nothing put before is lost, and no
   * thread is left.
   *
   * <p>Finishing again gives the same list. Who was interrupted may finish again, or close.
   *
   * @return the results that were not collected, in order of completion; unmodifiable
   * @throws PipelineException if a stage has failed or fails meanwhile; then all workers have
   *     ended, but those that a suppressed exception names
   * @throws IllegalStateException if the pipeline is closed before or meanwhile, or if this is one
   *     of its workers
   * @throws InterruptedException if this thread is interrupted while it waits; the pipeline goes on
   *     with what is in it
   */
  public List<R> finish() throws InterruptedException {
    crew.refuse("finish");
    finishing.lockInterruptibly();
    try {
      synchronized (crew) {
        if (state == State.OPEN) {
          state = State.FINISHING;
        }
      }
      while (state == State.FINISHING && closing < stages.size()) {
        closeNext(stages.get(closing));
      }
      synchronized (crew) {
        if (state == State.FINISHING) {
          state = State.FINISHED;
          finished = List.copyOf(arrivals.takeAll());
        }
      }
      if (state == State.FAILED) {
        PipelineException told = failure.again();
        crew.awaitEnd().ifPresent(told::addSuppressed);
        throw told;
      }
      if (state != State.FINISHED) {
        check("finish");
      }
      arrivals.fail(new IllegalStateException("collect after finish"));
      return finished;
    } finally {
      finishing.unlock();
    }
  }

  /** Can be taken up again where an interrupt has stopped it. */
  private void closeNext(Stage stage) throws InterruptedException {
    while (sentinels < stage.workers().size()) {
      stage.close(() -> !isDown());
      if (isDown()) {
        return;
      }
      sentinels++;
    }
    if (crew.awaitEnd(stage, this::isDown)) {
      stage.release();
      sentinels = 0;
      closing++;
    }
  }

  /**
   * Ends whatever is still running, at once: items under way are lost, workers are interrupted.
   * After {@link #finish}, or again, it does nothing. An interrupted caller waits as well, and
   * stays interrupted.
   *
   * @throws IllegalStateException if workers are running even after the grace: it names them
   */
  @Override
  public void close() {
    synchronized (crew) {
      if (state == State.OPEN || state == State.FINISHING) {
        state = State.CLOSED;
      }
    }
    if (state != State.FINISHED) {
      if (state == State.CLOSED) {
        bringDown(new IllegalStateException("the pipeline is closed"));
      }
      Optional<IllegalStateException> left = crew.awaitEnd();
      if (left.isPresent()) {
        throw left.get();
      }
    }
  }

  /** What the stages have done so far: exact after {@link #finish}, a look in passing before. */
  public List<StageStatistics> statistics() {
    return stages.stream().map(Stage::statistics).toList();
  }

  /** Whether the workers are to end without working off what is there. */
  boolean isDown() {
    return state.compareTo(State.FINISHED) > 0;
  }

  /** The first failure counts: what is thrown after it is what came of bringing all down. */
  void fail(Stage stage, Object item, Throwable cause) {
    synchronized (crew) {
      if (state != State.OPEN && state != State.FINISHING) {
        return;
      }
      failure = new PipelineException(stage.name(), item, cause);
      state = State.FAILED;
    }
    bringDown(failure);
  }

  private void bringDown(RuntimeException reason) {
    arrivals.fail(reason);
    crew.interrupt();
    stages.forEach(Stage::release);
  }

  /** A worker has nothing more to do. */
  void ended(Stage stage) {
    crew.ended(stage);
  }

  @SuppressWarnings("unchecked") // what the last stage returned
  void arrived(Object result) {
    arrivals.add((R) result);
  }

  private void check(String what) {
    switch (state) {
      case OPEN -> {}
      case FINISHING, FINISHED -> throw new IllegalStateException(what + " after finish");
      case FAILED -> throw failure.again();
      case CLOSED -> throw new IllegalStateException(what + " after close");
    }
  }
}
