/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

/**
 * One flame graph of a trial.
 *
 * @param event {@code cpu}, {@code wall}, {@code alloc} or {@code lock}
 * @param samples 0 if there was nothing to see
 * @param engine what really took the samples
 * @param html path relative to the run directory, or null if there was nothing to see, or it cannot
 *     be looked at
 * @param collapsed path of the samples as text, or null
 * @param collapsedWhy why there is none, as half a sentence, or null
 * @param compilerShare how much of it the JIT compiler is, from 0 to 1
 * @param blindToVirtual whether virtual threads are at work that it sees only while mounted
 */
public record FlameGraph(
    String event,
    long samples,
    String engine,
    String html,
    String collapsed,
    String collapsedWhy,
    double compilerShare,
    boolean blindToVirtual) {

  /** More than this shows a warm-up that was too short. */
  private static final double COMPILER = 0.1;

  /** Returns whether the compiler is so much of it that the rest may not be the warm program. */
  public boolean isOfTheCompiler() {
    return compilerShare > COMPILER;
  }
}
