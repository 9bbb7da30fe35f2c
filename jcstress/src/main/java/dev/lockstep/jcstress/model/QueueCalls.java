/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.queue.Channel;
import java.util.ArrayList;
import java.util.List;

/**
 * What threads call that put numbered items into a queue and take them out. The names of the
 * methods tell {@link QueueHistory} what they do.
 */
public final class QueueCalls {

  @SuppressWarnings("unchecked") // a new queue takes what is put into it
  private final Channel<Integer> queue = ObjectUnderTest.create(Channel.class);

  public boolean offer1() {
    return queue.offer(1);
  }

  public boolean offer2() {
    return queue.offer(2);
  }

  public boolean offer3() {
    return queue.offer(3);
  }

  public void put1() throws InterruptedException {
    queue.put(1);
  }

  public void put2() throws InterruptedException {
    queue.put(2);
  }

  public void put3() throws InterruptedException {
    queue.put(3);
  }

  /** Puts 3 and 4. */
  public void fill() throws InterruptedException {
    queue.put(3);
    queue.put(4);
  }

  /** Puts 3 and 4, takes the 3 and puts 5. */
  public void fillAgain() throws InterruptedException {
    fill();
    Integer _ = queue.take();
    queue.put(5);
  }

  public Integer poll() {
    return queue.poll();
  }

  public Integer take() throws InterruptedException {
    return queue.take();
  }

  /** The items that are left when all threads have ended, in order. */
  public List<Integer> rest() {
    List<Integer> rest = new ArrayList<>();
    for (Integer item = queue.poll(); item != null; item = queue.poll()) {
      rest.add(item);
    }
    return rest;
  }
}
