/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.counter.Counter;

/** Two increments, each through a view of its own, as in the stress tests of the counters. */
public final class TwoIncrements {

  private final Counter counter = Subject.make(Counter.class);
  private final Counter mine = counter.local();
  private final Counter yours = counter.local();

  public void first() {
    mine.increment(1);
  }

  public void second() {
    yours.increment(1);
  }

  public int value() {
    return counter.value();
  }
}
