/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pipeline;

/**
 * One stage of a {@link Line}: all of a line take and give the same type, so that every kind of
 * line can be made of them.
 *
 * @param name what a failure calls it
 * @param workers how many items it works on at one time, at least 1
 */
public record Station<T>(String name, int workers, Step<T, T> step) {

  /** Refuses a stage that could do nothing. */
  public Station {
    if (workers < 1) {
      throw new IllegalArgumentException(
          "stage %s must have at least 1 worker, not %d".formatted(name, workers));
    }
  }

  /**
   * Does it to one item.
   *
   * @throws PipelineException whatever it threw, or that it returned null
   */
  T apply(T item) {
    T result;
    try {
      result = step.apply(item);
      if (result == null) {
        throw new NullPointerException("the step returned null, which is no item");
      }
    } catch (Throwable e) {
      throw new PipelineException(name, item, e);
    }
    return result;
  }
}
