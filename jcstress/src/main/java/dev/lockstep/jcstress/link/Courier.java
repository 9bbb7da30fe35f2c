/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.link;

import dev.lockstep.core.link.Link;
import dev.lockstep.core.link.LinkKind;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;

/** A link to a party that copies plain fields, for one caller. */
final class Courier {

  private final Link link;

  /** Whose fields: plain, as they are. */
  private Parcel parcel;

  private Courier(Function<IntUnaryOperator, Link> to) {
    link = to.apply(this::work);
  }

  /** With one party, on a platform thread. */
  static Courier of(LinkKind kind) {
    return to(work -> kind.create(1, Thread.ofPlatform().daemon().factory(), work));
  }

  static Courier to(Function<IntUnaryOperator, Link> link) {
    return new Courier(link);
  }

  private int work(int value) {
    parcel.copy = parcel.sent;
    return value;
  }

  /** What one caller hands to the party and gets back from it, through plain fields. */
  static final class Parcel {

    private int sent;
    private int copy;

    /** 1 if the party saw what was sent and the copy arrived, else 0. */
    int through(Courier courier) {
      courier.parcel = this;
      sent = 1;
      try {
        int _ = courier.link.roundTrip(0);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return copy;
    }
  }
}
