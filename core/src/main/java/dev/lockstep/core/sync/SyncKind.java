/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.sync;

import static dev.lockstep.core.Construct.Guarantee.EXACT;
import static dev.lockstep.core.Construct.Guarantee.RACY;

import dev.lockstep.core.Construct;
import java.util.function.Supplier;

/** The family of signals: to add one, write its class and name it here. */
public enum SyncKind implements Construct {
  PLAIN_FLAG("plain flag", RACY, PlainFlag::new),
  OPAQUE_FLAG("opaque flag", EXACT, OpaqueFlag::new),
  VOLATILE_FLAG("volatile flag", EXACT, VolatileFlag::new),
  INTERRUPT("Thread.isInterrupted", EXACT, InterruptStatus::new),
  BLOCKED_TAKE("LinkedBlockingQueue.take, interrupted", EXACT, BlockedTake::new),
  MONITOR("Object.wait and notifyAll", EXACT, MonitorSignal::new),
  CONDITION("Condition.await and signalAll", EXACT, ConditionSignal::new),
  EVENT("Event", EXACT, EventSignal::new),
  LATCH("CountDownLatch", EXACT, LatchSignal::new),
  SEMAPHORE("Semaphore(0)", EXACT, SemaphoreSignal::new),
  BOUNDED_SEMAPHORE("BoundedSemaphore, taken", EXACT, BoundedSemaphoreSignal::new),
  PAUSE_GATE("PauseGate, paused", EXACT, PauseGateSignal::new),
  BARRIER("CyclicBarrier(2)", EXACT, BarrierSignal::new),
  FUTURE("CompletableFuture.get", EXACT, FutureSignal::new),
  PARK("LockSupport.park", EXACT, ParkSignal::new);

  private final String label;
  private final Guarantee guarantee;

  @SuppressWarnings("ImmutableEnumChecker") // a constructor reference: it has no state
  private final Supplier<Signal> factory;

  SyncKind(String label, Guarantee guarantee, Supplier<Signal> factory) {
    this.label = label;
    this.guarantee = guarantee;
    this.factory = factory;
  }

  /** A new signal of this kind, not sent. */
  public Signal create() {
    return factory.get();
  }

  @Override
  public String family() {
    return "sync";
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public Guarantee guarantee() {
    return guarantee;
  }
}
