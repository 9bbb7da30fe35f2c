/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.lock;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.jcstress.watch.Spin;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * Two threads draw two tickets each under a lock, which they take in one of its ways: do all
 * tickets differ?
 *
 * <p>Increment and return are one critical section. What B reads there, A has written and kept
 * before it let B in. Each thread draws twice, so that a lock that opens too early after a wait is
 * found out, too. From sample to sample the threads change between waiting, trying again and again,
 * waiting for a long time, waiting interruptibly, and waiting again and again for a time so short
 * that a thread often gives up and comes back. In every 25 samples they meet in all pairs of these.
 * A result holds the two tickets of a thread as one number of two digits.
 */
public class LockedTickets {

  private static final int WAYS = 5;

  private static void take(Lock lock, int way) {
    try {
      switch (way % WAYS) {
        case 0 -> lock.lock();
        case 1 -> {
          while (!lock.tryLock()) {
            Thread.onSpinWait();
          }
        }
        case 2 -> {
          if (!lock.tryLock(1, TimeUnit.HOURS)) {
            throw new AssertionError("an hour is over");
          }
        }
        case 3 -> lock.lockInterruptibly();
        default -> {
          while (!lock.tryLock(1, TimeUnit.MICROSECONDS)) {
            Thread.onSpinWait();
          }
        }
      }
    } catch (InterruptedException e) {
      throw new AssertionError("nobody interrupts these actors", e);
    }
  }

  @JCStressTest
  @Outcome(id = "12, 34", expect = ACCEPTABLE, desc = "A drew both before B.")
  @Outcome(id = "34, 12", expect = ACCEPTABLE, desc = "B drew both before A.")
  @Outcome(
      id = {"13, 24", "14, 23", "23, 14", "24, 13"},
      expect = ACCEPTABLE,
      desc = "One drew while the other was between its two.")
  @Outcome(
      id = {"12, 12", "12, 23", "23, 12", "13, 12", "12, 13", "13, 23", "23, 13", "13, 13"},
      expect = FORBIDDEN,
      desc = "Two threads hold the same ticket: both were inside.")
  @Outcome(expect = FORBIDDEN, desc = "No order of four draws gives this.")
  @State
  public static class $Name {

    private static int samplesOfA;
    private static int samplesOfB;

    private final Lock lock = $subject;
    private int last;

    @Actor
    public void actor1(II_Result r) {
      int way = samplesOfA++;
      int first = draw(way);
      r.r1 = 10 * first + draw(way + 1);
    }

    @Actor
    public void actor2(II_Result r) {
      int way = samplesOfB++ / WAYS;
      int first = draw(way);
      r.r2 = 10 * first + draw(way + 1);
    }

    private int draw(int way) {
      take(lock, way);
      try {
        int next = last + 1;
        Spin.times(8); // time for the other thread to look
        last = next;
        return next;
      } finally {
        lock.unlock();
      }
    }
  }
}
