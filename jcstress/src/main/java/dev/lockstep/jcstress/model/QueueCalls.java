/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.jcstress.watch.VainWakeUp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What threads call that put numbered items into a queue and take them out. The names of the
 * methods tell {@link QueueHistory} what they do.
 */
public final class QueueCalls implements KnowsThreads {

  private static final Duration SOON = Duration.ofMillis(5);

  @SuppressWarnings("unchecked") // a new queue takes what is put into it
  private final Channel<Integer> queue = ObjectUnderTest.create(Channel.class);

  private List<Thread> threads = List.of();

  @Override
  public void threads(List<Thread> known) {
    threads = known;
  }

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

  public void put4() throws InterruptedException {
    queue.put(4);
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

  /** Takes two items, waits until the first two threads have ended, and returns the items. */
  public List<Integer> takeTwoForOthers() throws InterruptedException {
    List<Integer> taken = List.of(queue.take(), queue.take());
    threads.get(0).join();
    threads.get(1).join();
    return taken;
  }

  /** Waits a short time for an item; one that comes is put back for somebody else. */
  public void pollSoonAndPassOn() throws InterruptedException {
    passOn(queue.poll(SOON));
  }

  private void passOn(Integer item) {
    if (item != null && !queue.offer(item)) {
      throw new IllegalStateException("there was room for one more");
    }
  }

  /** Waits a short time for room; if there was some, makes room for somebody else. */
  public void offerSoonAndMakeRoom() throws InterruptedException {
    if (queue.offer(1, SOON)) {
      Integer _ = queue.take();
    }
  }

  /** Wakes those that wait for the queue for no reason. */
  public void wakeInVain() {
    VainWakeUp.send(queue);
  }

  public int size() {
    return queue.size();
  }

  /** Takes an item in each of the ways that need not wait. */
  public void pollTwice() throws InterruptedException {
    taken(queue.poll());
    taken(queue.poll(SOON));
  }

  private static void taken(Integer item) {
    if (item == null) {
      throw new IllegalStateException("there was an item");
    }
  }

  /** Puts an item in each of the ways that need not wait. */
  public void offerTwice() throws InterruptedException {
    if (!queue.offer(1) || !queue.offer(2, SOON)) {
      throw new IllegalStateException("there was room");
    }
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
