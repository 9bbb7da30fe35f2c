/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.link;

import java.util.concurrent.LinkedTransferQueue;
import java.util.concurrent.TransferQueue;

/**
 * A {@link LinkedTransferQueue} each way. An item that is put lies in the queue until it is taken:
 * unlike {@link QueueHop}, nobody waits for the other side only to let go of what it has.
 */
final class TransferHop implements Hop {

  private final TransferQueue<Message> down = new LinkedTransferQueue<>();
  private final TransferQueue<Message> up = new LinkedTransferQueue<>();

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
