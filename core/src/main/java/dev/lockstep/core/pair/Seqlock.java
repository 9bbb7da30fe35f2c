/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pair;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.LongBinaryOperator;

/**
 * A version that is odd while a writer is at work. A reader reads the version, both numbers, and
 * the version again: if it is even and the same, no writer was there in between. A reader writes
 * nothing, so that readers do not disturb each other; it begins anew for as long as writers come.
 *
 * <p>Each order that this needs is one word in the text (Boehm, <i>Can seqlocks get along with
 * programming language memory models?</i>):
 *
 * <ul>
 *   <li>The numbers are read and written in opaque mode, since a reader that is too late reads them
 *       while they are written: whole, and not once for all turns of a loop.
 *   <li>The end of a write is a release, and the first look an acquire: who sees the version of a
 *       write sees its numbers.
 *   <li>An acquire fence stands before the second look. An acquire load in its place would order
 *       what comes behind it, and the loads that it has to wait for stand before it.
 *   <li>A release fence stands behind the first step of a write, for the same reason: the odd
 *       version must be there before any of the new numbers is.
 * </ul>
 *
 * <p>A writer spins until the one before it is done. Not for use where that one may be put aside.
 */
public final class Seqlock implements Pair {

  private static final VarHandle VERSION;
  private static final VarHandle FIRST;
  private static final VarHandle SECOND;

  static {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    try {
      VERSION = lookup.findVarHandle(Seqlock.class, "version", long.class);
      FIRST = lookup.findVarHandle(Seqlock.class, "first", long.class);
      SECOND = lookup.findVarHandle(Seqlock.class, "second", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  @SuppressWarnings("unused") // read and written through VERSION
  private long version;

  @SuppressWarnings("unused") // read and written through FIRST
  private long first;

  @SuppressWarnings("unused") // read and written through SECOND
  private long second;

  @Override
  public void write(long first, long second) {
    long even = enter();
    VarHandle.releaseFence();
    FIRST.setOpaque(this, first);
    SECOND.setOpaque(this, second);
    VERSION.setRelease(this, even + 2);
  }

  /** Makes the version odd, when no other writer is there, and returns what it was. */
  private long enter() {
    while (true) {
      long seen = (long) VERSION.getOpaque(this);
      if ((seen & 1) == 0 && VERSION.compareAndSet(this, seen, seen + 1)) {
        return seen;
      }
      Thread.onSpinWait();
    }
  }

  @Override
  public long read(LongBinaryOperator of) {
    while (true) {
      long before = (long) VERSION.getAcquire(this);
      long one = (long) FIRST.getOpaque(this);
      long two = (long) SECOND.getOpaque(this);
      VarHandle.acquireFence();
      long after = (long) VERSION.getOpaque(this);
      if ((before & 1) == 0 && before == after) {
        return of.applyAsLong(one, two);
      }
      Thread.onSpinWait();
    }
  }
}
