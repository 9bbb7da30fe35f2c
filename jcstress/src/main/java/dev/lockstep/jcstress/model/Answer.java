/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import java.util.List;

/**
 * What the methods of a scenario returned under one interleaving.
 *
 * @param threads for each thread, the result of its last method; null if the method has none
 * @param after the result of the method that runs at the end; null if there is none
 * @param calls for each thread, its calls in their order
 */
record Answer(List<Object> threads, Object after, List<List<Call>> calls) {

  /** An answer without the single calls, for questions that do not look at them. */
  Answer(List<Object> threads, Object after) {
    this(threads, after, List.of());
  }

  Object thread(int index) {
    return threads.get(index);
  }
}
