/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.map;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Gets the count, adds one, and puts it back over whatever is there by then. */
public final class GetPut implements WordCount {

  private final ConcurrentMap<String, Integer> counts = new ConcurrentHashMap<>();

  @Override
  public void count(String word) {
    Integer before = counts.get(word);
    counts.put(word, before == null ? 1 : before + 1);
  }

  @Override
  public int of(String word) {
    return counts.getOrDefault(word, 0);
  }
}
