/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.map;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Has the map add one to what is there, or put a one. It looks, adds and puts in one step, as far
 * as other threads can see ({@link ConcurrentHashMap#merge}).
 */
public final class Merge implements WordCount {

  private final ConcurrentMap<String, Integer> counts = new ConcurrentHashMap<>();

  @Override
  public void count(String word) {
    Integer _ = counts.merge(word, 1, Integer::sum);
  }

  @Override
  public int of(String word) {
    return counts.getOrDefault(word, 0);
  }
}
