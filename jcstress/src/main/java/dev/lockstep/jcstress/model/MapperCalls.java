/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.executor.Mapper;
import dev.lockstep.core.executor.Terms;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;

/** What threads call that map over an executor with one worker, or close it. */
public final class MapperCalls {

  private static final List<Integer> ONE = List.of(1);
  private static final Terms SOON = Terms.within(Duration.ofMillis(3));

  private final Mapper mapper = ObjectUnderTest.create(Mapper.class);

  /** Volatile: Fray changes threads where it is read, and at no look at the interrupt status. */
  private volatile boolean begun;

  /** Returns whether the result is right, or the executor was closed. */
  public boolean map() {
    try {
      return mapper.map(number -> number + 1, ONE).equals(List.of(2));
    } catch (RejectedExecutionException closed) {
      return true;
    }
  }

  public void close() {
    mapper.close();
  }

  /** Runs a task that ends when it is interrupted, and interrupts it when its time is over. */
  public void mapImpatiently() {
    try {
      List<Integer> _ = mapper.map(this::runUntilInterrupted, ONE, SOON);
    } catch (CancellationException tooLong) {
      begun = true; // or it never will be: the time was over before
    }
  }

  private int runUntilInterrupted(int number) {
    begun = true;
    while (begun && !Thread.currentThread().isInterrupted()) {
      Thread.onSpinWait();
    }
    return number;
  }

  /** Runs a task after that; whether it finds itself interrupted. */
  public boolean mapPatiently() {
    while (!begun) {
      Thread.onSpinWait();
    }
    return mapper.map(_ -> Thread.currentThread().isInterrupted(), ONE).getFirst();
  }
}
