/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pipeline;

/** What a stage does to an item. Called by all workers of the stage, at the same time. */
@FunctionalInterface
public interface Step<T, R> {

  /**
   * Makes the next stage's item of this stage's; never null. Whatever it throws brings the whole
   * pipeline down.
   */
  R apply(T item) throws Exception;
}
