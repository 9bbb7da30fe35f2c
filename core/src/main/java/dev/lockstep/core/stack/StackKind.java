/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.stack;

import static dev.lockstep.core.Construct.Guarantee.EXACT;
import static dev.lockstep.core.Construct.Guarantee.RACY;

import dev.lockstep.core.Construct;
import java.util.function.Supplier;

/** The family of stacks: to add one, write its class and name it here. */
public enum StackKind implements Construct {
  TREIBER("Treiber stack", EXACT, TreiberStack::new),
  TREIBER_REUSED("Treiber stack, nodes used again", RACY, ReusingStack::new),
  TREIBER_STAMPED("Treiber stack, nodes used again, stamped", EXACT, StampedStack::new),
  LOCKED("ArrayDeque, synchronized", EXACT, LockedStack::new),
  CONCURRENT_DEQUE("ConcurrentLinkedDeque", EXACT, DequeStack::new);

  private final String label;
  private final Guarantee guarantee;

  @SuppressWarnings("ImmutableEnumChecker") // a constructor reference: it has no state
  private final Supplier<Stack> factory;

  StackKind(String label, Guarantee guarantee, Supplier<Stack> factory) {
    this.label = label;
    this.guarantee = guarantee;
    this.factory = factory;
  }

  /** A new stack of this kind, with nothing in it. */
  public Stack create() {
    return factory.get();
  }

  @Override
  public String family() {
    return "stack";
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
