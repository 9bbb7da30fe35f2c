/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import java.util.List;
import java.util.function.Function;

/**
 * A function whose work on one input can be divided into work on several: what an executor needs to
 * know to go past the makespan bound, which holds for tasks that nobody divides.
 *
 * @param <T> the input, and a part of one
 * @param <R> the result, and that of a part
 */
public interface Divisible<T, R> extends Function<T, R> {

  /**
   * Parts of an input that together are the same work, in order, of nearly equal cost; as many as
   * asked for, or fewer if there is not so much to divide.
   *
   * @throws IllegalArgumentException if {@code parts} is less than 1
   */
  List<T> divide(T input, int parts);

  /** The result for an input, from those of its parts in their order. */
  R join(T input, List<R> results);
}
