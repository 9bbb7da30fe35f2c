/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.map;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Has the map make the counter of a new word. The function is called at most once for a word
 * ({@link ConcurrentHashMap#computeIfAbsent}), and others who ask for the word wait meanwhile.
 */
public final class ComputeIfAbsent implements WordCount {

  private final ConcurrentMap<String, AtomicInteger> counters = new ConcurrentHashMap<>();

  @Override
  public void count(String word) {
    int _ = counters.computeIfAbsent(word, _ -> new AtomicInteger()).incrementAndGet();
  }

  @Override
  public int of(String word) {
    AtomicInteger counter = counters.get(word);
    return counter == null ? 0 : counter.get();
  }
}
