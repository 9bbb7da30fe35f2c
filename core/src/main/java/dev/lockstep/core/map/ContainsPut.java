/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.map;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Asks whether the word has a counter and puts a new one if it has none. The counter loses nothing,
 * the map loses nothing, and what lies between them loses a whole counter: of two threads that find
 * the word new the later one puts its counter over that of the other.
 */
public final class ContainsPut implements WordCount {

  private final ConcurrentMap<String, AtomicInteger> counters = new ConcurrentHashMap<>();

  @Override
  public void count(String word) {
    if (!counters.containsKey(word)) {
      counters.put(word, new AtomicInteger());
    }
    int _ = counters.get(word).incrementAndGet();
  }

  @Override
  public int of(String word) {
    AtomicInteger counter = counters.get(word);
    return counter == null ? 0 : counter.get();
  }
}
