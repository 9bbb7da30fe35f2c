/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.queue;

import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a {@link JoinableQueue} has at the end of the producers: guarded by their lock, the volatile
 * fields read by others, too.
 */
abstract class ProducerEnd<T> {

  final ReentrantLock putLock = new ReentrantLock();
  final Condition notEmpty = putLock.newCondition();
  final Condition notFull = putLock.newCondition();
  ArrayDeque<T> incoming = new ArrayDeque<>();
  volatile long puts;
  int sentinels;
  int waitingForRoom;
  volatile boolean roomIsWanted;

  /**
   * Nobody's: a pair of cache lines, so that what lies behind is not moved with what lies before.
   * HotSpot lays out the fields of a class behind those of its superclass.
   */
  abstract static class Apart<T> extends ProducerEnd<T> {

    long p00;
    long p01;
    long p02;
    long p03;
    long p04;
    long p05;
    long p06;
    long p07;
    long p08;
    long p09;
    long p10;
    long p11;
    long p12;
    long p13;
    long p14;
    long p15;
  }
}
