/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.link;

import java.util.concurrent.locks.LockSupport;

/**
 * A volatile field each way, and {@link LockSupport} to sleep until it is set: the least that two
 * threads need. The field carries the value and the order (JLS 17.4.5); {@code unpark} only wakes,
 * and {@code park} may return for no reason. Each side writes its name before it waits, and reads
 * the field after: whoever sets the field either finds a name to wake, or is seen (jcstress:
 * order.StoreBuffering.Volatile).
 */
final class ParkHop implements Hop {

  /** A place for one message, and who waits for it. */
  private static final class Place {

    private volatile Message message;
    private volatile Thread waiter;

    void set(Message value) {
      message = value;
      LockSupport.unpark(waiter);
    }

    Message take() throws InterruptedException {
      Message found = message;
      if (found == null) {
        waiter = Thread.currentThread();
        while ((found = message) == null) {
          LockSupport.park(this);
          // An interrupted thread does not park: without this it would spin.
          if (Thread.interrupted()) {
            throw new InterruptedException();
          }
        }
      }
      message = null;
      return found;
    }
  }

  private final Place down = new Place();
  private final Place up = new Place();

  @Override
  public Message ask(Message value) throws InterruptedException {
    down.set(value);
    return up.take();
  }

  @Override
  public Message receive() throws InterruptedException {
    return down.take();
  }

  @Override
  public void answer(Message value) {
    up.set(value);
  }
}
