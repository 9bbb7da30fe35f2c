/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.map.WordCount;

/** What threads call that count one word. */
public final class WordCalls {

  private final WordCount words = ObjectUnderTest.create(WordCount.class);

  public void count() {
    words.count("word");
  }

  public int counted() {
    return words.of("word");
  }
}
