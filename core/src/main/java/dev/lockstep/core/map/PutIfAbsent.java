/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.map;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Puts a new counter if there is none, in one call, and uses the one that the call returns if there
 * was. Makes a counter at each call, and mostly for nothing.
 */
public final class PutIfAbsent implements WordCount {

  private final ConcurrentMap<String, AtomicInteger> counters = new ConcurrentHashMap<>();

  @Override
  public void count(String word) {
    AtomicInteger own = new AtomicInteger();
    AtomicInteger there = counters.putIfAbsent(word, own);
    int _ = (there == null ? own : there).incrementAndGet();
  }

  @Override
  public int of(String word) {
    AtomicInteger counter = counters.get(word);
    return counter == null ? 0 : counter.get();
  }
}
