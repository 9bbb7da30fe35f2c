/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.queue;

import java.util.ArrayDeque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What a {@link JoinableQueue} has at the end of the consumers: guarded by their lock, the volatile
 * field read by producers, too.
 */
abstract class ConsumerEnd<T> extends ProducerEnd.Apart<T> {

  final ReentrantLock takeLock = new ReentrantLock();
  final Condition allDone = takeLock.newCondition();
  ArrayDeque<T> outgoing = new ArrayDeque<>();
  long dones;

  /** The number of outgoing items. A thread that holds either lock never reads too few. */
  volatile int left;

  /**
   * Nobody's: a pair of cache lines, so that what lies behind is not moved with what lies before.
   * HotSpot lays out the fields of a class behind those of its superclass.
   */
  abstract static class Apart<T> extends ConsumerEnd<T> {

    long q00;
    long q01;
    long q02;
    long q03;
    long q04;
    long q05;
    long q06;
    long q07;
    long q08;
    long q09;
    long q10;
    long q11;
    long q12;
    long q13;
    long q14;
    long q15;
  }
}
