/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pipeline;

/**
 * A stage has failed, and the pipeline with it. The cause is what the stage threw, with the stack
 * of the worker it happened in.
 */
public final class PipelineException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String stage;
  private final transient Object item;

  /**
   * A failure of a stage.
   *
   * @param item at which it failed; null if it was at none
   */
  public PipelineException(String stage, Object item, Throwable cause) {
    super("stage %s failed at %s: %s".formatted(stage, text(item), text(cause)), cause);
    this.stage = stage;
    this.item = item;
  }

  /** Whoever reports a failure must not fail over the text of it. */
  private static String text(Object object) {
    try {
      return String.valueOf(object);
    } catch (RuntimeException e) {
      return "a " + object.getClass().getName();
    }
  }

  /** The same, thrown once more: with the stack of whoever is told. */
  PipelineException again() {
    return new PipelineException(stage, item, getCause());
  }

  /** The name of the stage. */
  public String stage() {
    return stage;
  }

  /** The item at which it failed; null if it was at none. */
  public Object item() {
    return item;
  }
}
