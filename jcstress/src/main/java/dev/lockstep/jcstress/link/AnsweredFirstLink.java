/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.link;

import dev.lockstep.core.link.Link;
import java.util.concurrent.SynchronousQueue;
import java.util.function.IntUnaryOperator;

/** A party that answers before it works: broken on purpose. */
final class AnsweredFirstLink implements Link {

  private final SynchronousQueue<Integer> down = new SynchronousQueue<>();
  private final SynchronousQueue<Integer> up = new SynchronousQueue<>();
  private final Thread party;

  AnsweredFirstLink(IntUnaryOperator work) {
    party = Thread.ofPlatform().daemon().start(() -> serve(work));
  }

  private void serve(IntUnaryOperator work) {
    try {
      while (true) {
        int value = down.take();
        up.put(value); // the mistake: the caller goes on now
        int _ = work.applyAsInt(value);
      }
    } catch (InterruptedException e) {
      // the way to end it
    }
  }

  @Override
  public int roundTrip(int value) throws InterruptedException {
    down.put(value);
    return up.take();
  }

  @Override
  public void close() {
    party.interrupt();
  }
}
