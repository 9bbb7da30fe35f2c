/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.unit;

import dev.lockstep.core.unit.Unit;
import dev.lockstep.jcstress.lock.BrokenLocks;
import dev.lockstep.jcstress.proof.Broken;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;

/** Units broken on purpose, each in one place: for the twins of stress tests. */
public final class BrokenUnits {

  private BrokenUnits() {}

  /** Starting a thread returns as soon as there is one. */
  @Broken(bug = "starts a thread and does not join it")
  public static final class NotJoined implements Unit {

    @Override
    public void run(Runnable work) {
      Thread _ = Thread.ofPlatform().daemon().start(work);
    }
  }

  /**
   * One thread that does the work of all callers, one after the other. Two numbers say how much
   * work it was given and how much it has done. Everything else is plain, the work itself too.
   */
  @Broken(bug = "gives the work and waits for its end by opaque accesses, which order nothing else")
  @SuppressWarnings("ThreadPriorityCheck") // it yields where another thread may need the processor
  public static final class Opaque implements Unit {

    private final Lock callers = new BrokenLocks.OpaqueUnlock();
    private final AtomicInteger given = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private Runnable next = () -> {};

    public Opaque() {
      Thread _ = Thread.ofPlatform().daemon().start(this::serve);
    }

    @Override
    public void run(Runnable work) {
      while (!callers.tryLock()) {
        Thread.yield();
      }
      int number = done.getOpaque() + 1;
      next = work;
      given.setOpaque(number);
      await(done, number);
      callers.unlock();
    }

    private void serve() {
      for (int number = 1; ; number++) {
        await(given, number);
        next.run();
        done.setOpaque(number);
      }
    }

    private static void await(AtomicInteger last, int number) {
      while (last.getOpaque() < number) {
        Thread.yield();
      }
    }
  }
}
