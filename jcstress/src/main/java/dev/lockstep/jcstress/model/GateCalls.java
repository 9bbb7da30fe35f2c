/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.jcstress.sync.Gate;
import java.time.Duration;
import java.util.List;

/** What threads call that wait for a gate, open it, or open it and close it at once. */
public final class GateCalls implements KnowsThreads {

  /** More than passes in any schedule, unless nobody can go on before it has passed. */
  private static final Duration LONG = Duration.ofMinutes(1);

  private final Gate gate = ObjectUnderTest.create(Gate.class);
  private List<Thread> threads = List.of();

  /** Fray changes threads at accesses to volatile fields, and at no yield. */
  private volatile boolean pulsed;

  @Override
  public void threads(List<Thread> known) {
    threads = known;
  }

  public void await() throws InterruptedException {
    gate.await();
  }

  /** Waits for a long time; whether the gate was open in time. */
  public boolean awaitInTime() throws InterruptedException {
    return gate.await(LONG);
  }

  /** Opens the gate and closes it again once all threads but the last wait, or have ended. */
  public void pulse() {
    while (!pulsed && !threads.subList(0, threads.size() - 1).stream().allMatch(GateCalls::waits)) {
      Thread.onSpinWait();
    }
    pulsed = true;
    boolean _ = gate.open();
    boolean _ = gate.close();
  }

  private static boolean waits(Thread thread) {
    return switch (thread.getState()) {
      case WAITING, TIMED_WAITING, TERMINATED -> true;
      case NEW, RUNNABLE, BLOCKED -> false;
    };
  }
}
