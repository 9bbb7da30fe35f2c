/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.future;

import static dev.lockstep.core.Construct.Guarantee.EXACT;

import dev.lockstep.core.Construct;
import java.util.function.Supplier;

/** The family of futures: to add one, write its class and name it here. */
public enum FutureKind implements Construct {
  COMPLETABLE_FUTURE("CompletableFuture", EXACT, CompletableFuturePromise::new),
  FUTURE_TASK("FutureTask", EXACT, FutureTaskPromise::new),
  GROUP_TASK("task of a TaskGroup", EXACT, GroupTaskPromise::new);

  private final String label;
  private final Guarantee guarantee;

  @SuppressWarnings("ImmutableEnumChecker") // a constructor reference: it has no state
  private final Supplier<Promise> factory;

  FutureKind(String label, Guarantee guarantee, Supplier<Promise> factory) {
    this.label = label;
    this.guarantee = guarantee;
    this.factory = factory;
  }

  /** A new promise of this kind, neither completed nor cancelled. */
  public Promise create() {
    return factory.get();
  }

  @Override
  public String family() {
    return "future";
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
