/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Watches the operations of one sample that may wait for each other: is one of them forgotten?
 *
 * <p>An operation is late if its thread is parked while every other operation of the sample has
 * ended, or is parked, too, and if the watchdog sees the same again and again for a whole second in
 * which it was itself always on time: a machine that steals CPUs looks like a lost wake-up for a
 * moment, and not for a second. The watchdog then interrupts the threads, so that the sample ends
 * with what it found and the next one can begin. Once a JVM has seen a thread that was late, it
 * believes the next one after some milliseconds.
 *
 * <p>The operation is the untimed one that is asked about. A thread that spins cannot be found
 * late; jcstress ends such a test with an error.
 */
public final class Watch {

  /** What may wait. */
  @FunctionalInterface
  public interface Operation {
    void run() throws Exception;
  }

  private final AtomicReferenceArray<Party> parties;

  /**
   * A watch for a sample that has not begun.
   *
   * @param operations how many of them may wait for each other
   */
  public Watch(int operations) {
    parties = new AtomicReferenceArray<>(operations);
  }

  /**
   * Runs an operation in the current thread.
   *
   * @param index of the operation in the sample, from 0
   * @return whether it ended; false if it was late and had to be interrupted
   * @throws AssertionError if it failed
   */
  public boolean ends(int index, Operation operation) {
    Party party = new Party(this, Thread.currentThread());
    parties.set(index, party);
    Watchdog.begins(party);
    try {
      operation.run();
      return !party.isRescued(); // whatever the operation made of the interrupt
    } catch (Exception e) {
      if (party.isRescued()) {
        return false;
      }
      throw new AssertionError("the operation failed, and the watchdog had no part in it", e);
    } finally {
      Watchdog.ends();
      party.end();
    }
  }

  /**
   * Returns when an operation waits, or has ended without. For actors whose question begins when
   * others wait.
   */
  @SuppressWarnings("ThreadPriorityCheck") // the other thread may need this processor
  public void awaitParked(int index) {
    Party party = parties.get(index);
    while (party == null || !(party.isParked() || party.hasEnded())) {
      Thread.yield();
      party = parties.get(index);
    }
  }

  /** Returns when an operation waits for a time, or has ended. */
  @SuppressWarnings("ThreadPriorityCheck") // as above
  public void awaitTimedWait(int index) {
    Party party = parties.get(index);
    while (party == null || !(party.isParkedForATime() || party.hasEnded())) {
      Thread.yield();
      party = parties.get(index);
    }
  }

  /** Returns when an operation waits, for a time or without a limit, or has ended. */
  @SuppressWarnings("ThreadPriorityCheck") // as above
  public void awaitWaiting(int index) {
    Party party = parties.get(index);
    while (party == null || !(party.isParked() || party.isParkedForATime() || party.hasEnded())) {
      Thread.yield();
      party = parties.get(index);
    }
  }

  /** Whether some operation is parked and no other can still come to wake it. */
  boolean isStuck() {
    boolean parked = false;
    for (int i = 0; i < parties.length(); i++) {
      Party party = parties.get(i);
      if (party == null || !(party.hasEnded() || party.isParked())) {
        return false;
      }
      parked |= !party.hasEnded();
    }
    return parked;
  }

  /**
   * Interrupts every thread that is still parked. All are known to be late before the first one is
   * interrupted: what that does then, to cancel its work for instance, can end or fail the others.
   */
  void rescue() {
    List<Party> late = new ArrayList<>();
    for (int i = 0; i < parties.length(); i++) {
      if (parties.get(i).rescue()) {
        late.add(parties.get(i));
      }
    }
    late.forEach(Party::interrupt);
  }
}
