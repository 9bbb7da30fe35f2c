/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.lock;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lockstep.core.lock.LockKind;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.proof.Proof;
import dev.lockstep.jcstress.proof.Twin;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.StampedLock;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Which threads does a lock protect from each other? Only those that take it. A writer sets x and
 * then y in one critical section; a reader reads y and then x. The results are y, x.
 */
@Nightly
public class LockScope {

  /*
    Both take the lock: the reader comes before the writer or after it, never in between.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LockScope.LockedReader

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
      RESULT  SAMPLES   FREQ      EXPECT  DESCRIPTION
        0, 0   24,000  39.0%  Acceptable  Read before the writer had begun.
        1, 1   37,000  61.0%  Acceptable  Read after the writer was done.
        0, 1        0     0%   Forbidden  The second was read before, the first after the writer came.
  */
  @JCStressTest
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Read before the writer had begun.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Read after the writer was done.")
  @Outcome(
      id = "0, 1",
      expect = FORBIDDEN,
      desc = "The second was read before, the first after the writer came.")
  @Outcome(expect = FORBIDDEN, desc = "The second write is seen, the first one not.")
  @Proof(construct = "lock:REENTRANT_LOCK")
  @State
  public static class LockedReader {

    private final Lock lock = LockKind.REENTRANT_LOCK.create();
    private int x;
    private int y;

    @Actor
    public void writer() {
      lock.lock();
      try {
        // critical section
        x = 1;
        Thread.onSpinWait(); // time for the other thread to look
        y = 1;
      } finally {
        lock.unlock();
      }
    }

    @Actor
    public void reader(II_Result r) {
      lock.lock();
      try {
        // critical section
        r.r1 = y;
        Thread.onSpinWait();
        r.r2 = x;
      } finally {
        lock.unlock();
      }
    }
  }

  /*
    The twin: the writer takes the lock, the reader does not. It looks in between:

        Writer              Reader
        lock
        x = 1
                            y  -> 0
        y = 1
        unlock
                            x  -> 1

    "1, 0" would be the two writes, or the two reads, in the other order. Nothing in JLS 17.4 forbids
    it, as there is no happens-before between the threads, and without the spin hints in between C2
    does it now and then; x86 itself never does.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LockScope.RacyReader

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
      RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
        0, 0   90,000  85.1%   Acceptable  Read before the writer had begun.
        1, 1   15,000  14.1%   Acceptable  Read after the writer was done.
        0, 1      850   0.8%  Interesting  The second was read before, the first after the writer came.
        1, 0        0     0%  Interesting  The second write is seen, the first one not.
  */
  @JCStressTest
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Read before the writer had begun.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Read after the writer was done.")
  @Outcome(
      id = "0, 1",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The second was read before, the first after the writer came.")
  @Outcome(
      id = "1, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The second write is seen, the first one not.")
  @Outcome(expect = FORBIDDEN, desc = "A value that nobody wrote.")
  @Twin(of = LockScope.LockedReader.class, bug = "the reader takes no lock")
  @State
  public static class RacyReader {

    private final Lock lock = LockKind.REENTRANT_LOCK.create();
    private int x;
    private int y;

    @Actor
    public void writer() {
      lock.lock();
      try {
        // critical section
        x = 1;
        Thread.onSpinWait(); // time for the other thread to look
        y = 1;
      } finally {
        lock.unlock();
      }
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = y;
      Thread.onSpinWait();
      r.r2 = x;
    }
  }

  /*
    A reader that takes no lock and finds out afterwards: tryOptimisticRead gives a stamp, validate
    says whether a writer has been there since. If one has, what was read is thrown away and read
    again under the read lock.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LockScope.OptimisticReader

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
      RESULT  SAMPLES   FREQ      EXPECT  DESCRIPTION
        0, 0   37,000  47.2%  Acceptable  Read before the writer had begun.
        1, 1   42,000  52.8%  Acceptable  Read after the writer was done.
        0, 1        0     0%   Forbidden  The second was read before, the first after the writer came.
  */
  @JCStressTest
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Read before the writer had begun.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Read after the writer was done.")
  @Outcome(
      id = "0, 1",
      expect = FORBIDDEN,
      desc = "The second was read before, the first after the writer came.")
  @Outcome(expect = FORBIDDEN, desc = "The second write is seen, the first one not.")
  @Proof(construct = "lock:STAMPED_LOCK")
  @State
  public static class OptimisticReader {

    private final StampedLock lock = new StampedLock();
    private int x;
    private int y;

    @Actor
    public void writer() {
      long stamp = lock.writeLock();
      try {
        // critical section
        x = 1;
        Thread.onSpinWait(); // time for the other thread to look
        y = 1;
      } finally {
        lock.unlockWrite(stamp);
      }
    }

    @Actor
    public void reader(II_Result r) {
      long stamp = lock.tryOptimisticRead();
      int second = y;
      Thread.onSpinWait();
      int first = x;
      if (!lock.validate(stamp)) {
        stamp = lock.readLock();
        try {
          second = y;
          first = x;
        } finally {
          lock.unlockRead(stamp);
        }
      }
      r.r1 = second;
      r.r2 = first;
    }
  }

  /*
    The twin: the stamp is taken, and nobody asks whether it is still good. An optimistic read that
    is not validated is a read without a lock.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LockScope.NotValidated

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
      RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
        0, 0   59,000  58.5%   Acceptable  Read before the writer had begun.
        1, 1   42,000  41.1%   Acceptable  Read after the writer was done.
        0, 1      340   0.3%  Interesting  The second was read before, the first after the writer came.
        1, 0        0     0%  Interesting  The second write is seen, the first one not.
  */
  @JCStressTest
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Read before the writer had begun.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Read after the writer was done.")
  @Outcome(
      id = "0, 1",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The second was read before, the first after the writer came.")
  @Outcome(
      id = "1, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The second write is seen, the first one not.")
  @Outcome(expect = FORBIDDEN, desc = "A value that nobody wrote.")
  @Twin(of = LockScope.OptimisticReader.class, bug = "the optimistic read is not validated")
  @State
  public static class NotValidated {

    private final StampedLock lock = new StampedLock();
    private int x;
    private int y;

    @Actor
    public void writer() {
      long stamp = lock.writeLock();
      try {
        // critical section
        x = 1;
        Thread.onSpinWait(); // time for the other thread to look
        y = 1;
      } finally {
        lock.unlockWrite(stamp);
      }
    }

    @Actor
    public void reader(II_Result r) {
      long _ = lock.tryOptimisticRead();
      r.r1 = y;
      Thread.onSpinWait();
      r.r2 = x;
    }
  }
}
