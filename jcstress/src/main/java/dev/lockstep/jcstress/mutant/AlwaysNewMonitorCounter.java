/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import dev.lockstep.core.counter.Counter;

/** Bug: the monitor is that of an object that nobody else has. */
@MutantOf(value = "counter:SYNCHRONIZED", bug = "locks an object that nobody else has")
public final class AlwaysNewMonitorCounter implements Counter {

  private int count;

  @Override
  public void increment(int offset) {
    synchronized (new Object()) {
      count += offset;
    }
  }

  @Override
  public int value() {
    return count;
  }
}
