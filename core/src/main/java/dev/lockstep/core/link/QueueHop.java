/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.link;

import java.util.concurrent.SynchronousQueue;

/**
 * A {@link SynchronousQueue} each way: no item lies in it, a producer waits for its consumer. What
 * a thread did before it put happens-before what another does after it took ({@code
 * java.util.concurrent}, "Memory Consistency Properties").
 */
final class QueueHop implements Hop {

  private final SynchronousQueue<Message> down = new SynchronousQueue<>();
  private final SynchronousQueue<Message> up = new SynchronousQueue<>();

  @Override
  public Message ask(Message value) throws InterruptedException {
    down.put(value);
    return up.take();
  }

  @Override
  public Message receive() throws InterruptedException {
    return down.take();
  }

  @Override
  public void answer(Message value) throws InterruptedException {
    up.put(value);
  }
}
