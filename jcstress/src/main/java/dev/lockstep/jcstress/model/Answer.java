/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import java.util.List;

/**
 * What the methods of a scenario returned under one interleaving.
 *
 * @param threads by thread, of its last method; null for a method without result
 * @param after of the method that runs at the end, or null
 * @param calls of each thread, in its order
 */
record Answer(List<Object> threads, Object after, List<List<Call>> calls) {

  /** One whose calls nobody asks for. */
  Answer(List<Object> threads, Object after) {
    this(threads, after, List.of());
  }

  Object thread(int index) {
    return threads.get(index);
  }
}
