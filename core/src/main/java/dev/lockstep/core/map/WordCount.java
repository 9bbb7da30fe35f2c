/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.map;

/**
 * How often each word was counted, in a {@link java.util.concurrent.ConcurrentHashMap}. A kind is
 * {@link dev.lockstep.core.Construct.Guarantee#EXACT} if no count is lost; the kinds differ in what
 * they call to count a word that may be new.
 */
public interface WordCount {

  /** Counts a word once more. */
  void count(String word);

  /** How often a word was counted. */
  int of(String word);
}
