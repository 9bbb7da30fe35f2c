/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import dev.lockstep.jcstress.executor.Memory;
import dev.lockstep.jcstress.executor.Sleeper;
import java.lang.foreign.MemorySegment;

/** Both sides of a link: a worker that goes to sleep, and a pool that sends. */
public record MappedSleeper(Link pool, Link worker) implements Sleeper {

  private static final int PLACES = 8;

  public MappedSleeper() {
    this(Memory.of(Link.size(PLACES)));
  }

  private MappedSleeper(MemorySegment memory) {
    this(new Link(memory, false), new Link(memory, true));
  }

  @Override
  public boolean seesByteBeforeSleep() {
    worker.announceSleep();
    return worker.in().read(new byte[1], 0, 1) == 1;
  }

  @Override
  public boolean putsAndMustRing() {
    int _ = pool.out().write(new byte[1], 0, 1);
    return pool.mustRing();
  }
}
