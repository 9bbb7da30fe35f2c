/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.counter.Counter;

/** What three threads call that increment a counter, each through a view of its own. */
public final class ThreeIncrements {

  private final Counter counter = ObjectUnderTest.create(Counter.class);
  private final Counter first = counter.local();
  private final Counter second = counter.local();
  private final Counter third = counter.local();

  public void first() {
    first.increment(1);
  }

  public void second() {
    second.increment(1);
  }

  public void third() {
    third.increment(1);
  }

  public int value() {
    return counter.value();
  }
}
