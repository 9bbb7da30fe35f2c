/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.executor.Divisible;
import dev.lockstep.core.executor.Mapper;
import dev.lockstep.core.executor.Terms;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;

/** What threads call that map a task over an executor, which divides it. */
public final class DividedCalls {

  private static final List<Integer> WHOLE = List.of(0);
  private static final Terms SOON = Terms.within(Duration.ofMillis(3));

  private final Mapper mapper = ObjectUnderTest.create(Mapper.class);

  /** Two parts, each of which ends when it is interrupted. */
  private static final class Endless implements Divisible<Integer, Integer> {

    @Override
    public List<Integer> divide(Integer input, int parts) {
      return input == 0 ? List.of(1, 2) : List.of(input);
    }

    @Override
    public Integer join(Integer input, List<Integer> results) {
      return input;
    }

    @Override
    public Integer apply(Integer input) {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
      return input;
    }
  }

  /** Maps until the time is over. */
  public void mapTooLong() {
    try {
      List<Integer> _ = mapper.map(new Endless(), WHOLE, SOON);
    } catch (CancellationException tooLong) {
      // as it must be
    }
  }

  /** Throws if a part is still at work after it was interrupted. */
  public void close() {
    mapper.close();
  }
}
