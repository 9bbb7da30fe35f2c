/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import java.util.List;

/**
 * What the methods of a scenario returned under one interleaving.
 *
 * @param threads by thread; null for a method without result
 * @param after of the method that runs at the end, or null
 */
record Answer(List<Object> threads, Object after) {

  Object thread(int index) {
    return threads.get(index);
  }
}
