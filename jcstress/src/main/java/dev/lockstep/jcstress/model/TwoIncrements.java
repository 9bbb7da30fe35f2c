/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.counter.Counter;

/**
 * What two threads call that increment a counter, each through a view of its own, as in the stress
 * tests.
 */
public final class TwoIncrements {

  private final Counter counter = ObjectUnderTest.create(Counter.class);
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
