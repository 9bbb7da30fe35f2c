/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pipeline;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.core.queue.ClosableQueue;
import dev.lockstep.core.queue.JoinableQueue;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Takes items from its stage's queue until it takes a sentinel, and hands the results on.
 *
 * <p>The counts are written by this worker alone, whole and in order but without a fence: others
 * see all that was counted before something they have received.
 */
final class StageWorker implements Runnable {

  /**
   * Looking at the depth of a queue may take its lock, or all of its items: not at every item, and
   * only where somebody asked for it.
   */
  private static final int LOOK = 16;

  private static final VarHandle ITEMS = handle("items", long.class);
  private static final VarHandle TAKES = handle("takes", long.class);
  private static final VarHandle MAX_DEPTH = handle("maxDepth", int.class);

  private final Pipeline<?, ?> pipeline;
  private final Stage stage;
  private final Step<Object, Object> step;
  private final Channel<Object> in;
  private final Channel<Object> out;
  private final boolean watched;

  private long items;
  private long takes;
  private int maxDepth;

  /**
   * A worker that is not running yet.
   *
   * @param out where the results go, or null for the pipeline's own results
   */
  StageWorker(Pipeline<?, ?> pipeline, Stage stage, Step<Object, Object> step, Stage out) {
    this.pipeline = pipeline;
    this.stage = stage;
    this.step = step;
    this.in = stage.queue();
    this.out = out == null ? null : out.queue();
    this.watched = stage.watched();
  }

  private static VarHandle handle(String field, Class<?> type) {
    try {
      return MethodHandles.lookup().findVarHandle(StageWorker.class, field, type);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @Override
  public void run() {
    try {
      while (!ended()) {
        // An interrupt that a step has left behind: nobody asked this worker to end.
      }
    } catch (Throwable e) {
      pipeline.fail(stage, null, e); // the queue itself failed
    } finally {
      pipeline.ended(stage);
    }
  }

  /** Works until there is a sentinel, the pipeline is brought down, or an interrupt comes. */
  private boolean ended() {
    try {
      if (in instanceof ClosableQueue<Object> closable) {
        closable.forEach(this::process);
      } else {
        takeUntilSentinel();
      }
      taken();
      return true;
    } catch (InterruptedException e) {
      return pipeline.isDown();
    }
  }

  /** What {@link ClosableQueue#forEach} does, for all others. */
  private void takeUntilSentinel() throws InterruptedException {
    Object item = in.take();
    while (!Stage.isSentinel(item)) {
      process(item);
      done();
      item = in.take();
    }
    done();
  }

  private void done() {
    if (in instanceof JoinableQueue<Object> joinable) {
      joinable.taskDone();
    }
  }

  private void taken() {
    long count = takes;
    TAKES.setOpaque(this, count + 1);
    if (watched && count % LOOK == 0) {
      MAX_DEPTH.setOpaque(this, Math.max(maxDepth, in.size()));
    }
  }

  @SuppressWarnings("InterruptedExceptionSwallowed") // a step's own is a failure like any other
  private void process(Object item) throws InterruptedException {
    taken();
    Object result;
    try {
      result = step.apply(item);
      if (result == null) {
        throw new NullPointerException("the step returned null, which is no item");
      }
    } catch (Throwable e) {
      pipeline.fail(stage, item, e);
      throw new InterruptedException("brought down");
    }
    if (pipeline.isDown()) { // a step may have swallowed the interrupt
      throw new InterruptedException("brought down");
    }
    ITEMS.setOpaque(this, items + 1); // before: who receives the result sees it counted
    if (out == null) {
      pipeline.arrived(result);
    } else {
      hand(result);
    }
  }

  private void hand(Object result) throws InterruptedException {
    while (true) {
      try {
        out.put(result);
        return;
      } catch (InterruptedException e) {
        if (pipeline.isDown()) {
          throw e;
        }
      }
    }
  }

  long items() {
    return (long) ITEMS.getOpaque(this);
  }

  long takes() {
    return (long) TAKES.getOpaque(this);
  }

  int maxDepth() {
    return (int) MAX_DEPTH.getOpaque(this);
  }
}
