/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.link;

import dev.lockstep.core.link.Link;
import dev.lockstep.jcstress.proof.Broken;
import dev.lockstep.jcstress.unit.BrokenUnits;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.IntUnaryOperator;

/** Links broken on purpose, each in one place: for the twins of stress tests. */
public final class BrokenLinks {

  private BrokenLinks() {}

  abstract static class Bare implements Link {

    @Override
    public void close() {}
  }

  /** Since the queue has room for one value, the party is never far behind. */
  @Broken(bug = "sends the value and does not wait for the answer")
  public static final class NotAnswered extends Bare {

    private final BlockingQueue<Integer> down = new ArrayBlockingQueue<>(1);

    public NotAnswered(IntUnaryOperator work) {
      Thread _ = Thread.ofPlatform().daemon().start(() -> serve(work));
    }

    private void serve(IntUnaryOperator work) {
      try {
        while (true) {
          int _ = work.applyAsInt(down.take());
        }
      } catch (InterruptedException e) {
        // the way to end it
      }
    }

    @Override
    public int roundTrip(int value) throws InterruptedException {
      down.put(value);
      return value + 1;
    }
  }

  @Broken(bug = "sends and answers by opaque accesses, which order nothing else")
  public static final class Opaque extends Bare {

    private final BrokenUnits.Opaque party = new BrokenUnits.Opaque();
    private final Runnable serve;
    private int value;

    public Opaque(IntUnaryOperator work) {
      serve = () -> value = work.applyAsInt(value) + 1;
    }

    @Override
    public int roundTrip(int value) {
      this.value = value;
      party.run(serve);
      return this.value;
    }
  }
}
