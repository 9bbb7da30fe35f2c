/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.watch;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Wakes threads for no reason. "A spurious wakeup" is allowed to every wait (API of {@link
 * Object#wait()} and {@link Condition}), and the JVM gives so few that a wait which does not look
 * again is never found out by them.
 */
public final class VainWakeUp {

  private static final String OURS = "dev.lockstep.";

  private VainWakeUp() {}

  /**
   * Wakes whoever waits on a monitor or a condition of an object of this suite, or of one that it
   * is made of, and whoever is named there as a thread to unpark.
   */
  public static void send(Object target) {
    visit(target, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static void visit(Object target, Set<Object> seen) {
    if (!target.getClass().getName().startsWith(OURS) || !seen.add(target)) {
      return;
    }
    synchronized (target) {
      target.notifyAll();
    }
    List<Object> parts = parts(target);
    for (Object part : parts) {
      if (part instanceof Condition condition) {
        parts.forEach(lock -> signal(condition, lock));
      } else if (part instanceof Thread waiter) {
        LockSupport.unpark(waiter);
      }
    }
    parts.forEach(part -> visit(part, seen));
  }

  /** Signals a condition if this is its lock. One lock is held at a time. */
  private static void signal(Condition condition, Object lock) {
    if (lock instanceof ReentrantLock held) {
      held.lock();
      try {
        condition.signalAll();
      } catch (IllegalMonitorStateException ofAnotherLock) {
        return;
      } finally {
        held.unlock();
      }
    }
  }

  private static List<Object> parts(Object target) {
    List<Object> parts = new ArrayList<>();
    for (Class<?> type = target.getClass(); type != null; type = type.getSuperclass()) {
      if (!type.getName().startsWith(OURS)) {
        break;
      }
      for (Field field : type.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
          try {
            field.setAccessible(true);
            Object part = field.get(target);
            if (part != null) {
              parts.add(part);
            }
          } catch (IllegalAccessException e) {
            throw new IllegalStateException(field + " was made accessible", e);
          }
        }
      }
    }
    return parts;
  }
}
