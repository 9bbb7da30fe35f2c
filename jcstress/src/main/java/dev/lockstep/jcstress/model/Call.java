/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import java.util.List;

/**
 * One call that a thread made under one interleaving.
 *
 * @param thread its index, from 0
 * @param name of the method
 * @param result null for a method without result
 * @param ended for each thread, how many of its calls had returned when this one began
 */
record Call(int thread, String name, Object result, List<Integer> ended) {

  @Override
  public String toString() {
    return result == null ? name + "()" : "%s() = %s".formatted(name, result);
  }
}
