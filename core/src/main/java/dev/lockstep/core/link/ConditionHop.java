/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.link;

import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A field under a lock, and a condition for each side.
 *
 * <p>Unlocking happens-before the next locking (JLS 17.4.5).
 */
final class ConditionHop implements Hop {

  private final Lock lock = new ReentrantLock();
  private final Condition asked = lock.newCondition();
  private final Condition answered = lock.newCondition();
  private Message down;
  private Message up;

  @Override
  public Message ask(Message value) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      down = value;
      asked.signal();
      while (up == null) {
        answered.await();
      }
      Message answer = up;
      up = null;
      return answer;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Message receive() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      while (down == null) {
        asked.await();
      }
      Message value = down;
      down = null;
      return value;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void answer(Message value) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      up = value;
      answered.signal();
    } finally {
      lock.unlock();
    }
  }
}
