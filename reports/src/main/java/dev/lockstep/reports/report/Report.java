/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

import dev.lockstep.reports.run.Environment;
import dev.lockstep.reports.run.Plan;
import java.util.List;

/**
 * Everything the judge says of one run, in the order of {@code report.json}.
 *
 * @param sentence the verdict in words
 * @param reasons why the verdict is not PASS, the worst first; empty for PASS
 * @param notes what does not change the verdict but a person should know
 * @param plan name of the plan
 * @param evidence false for a plan that shows only that everything runs
 * @param regression whether prices were compared with a baseline
 * @param durationSeconds the running time of all parts
 * @param sections tables and findings of the families, in the order of the page
 * @param observations all that was measured, in the order of the plan
 * @param resolution what differences the prices tell apart, or null without intervals
 */
public record Report(
    int schema,
    Verdict verdict,
    String sentence,
    List<String> reasons,
    List<String> notes,
    String plan,
    boolean evidence,
    String commit,
    boolean dirty,
    String start,
    double durationSeconds,
    Resolution resolution,
    String regression,
    Environment environment,
    Coverage coverage,
    Profiling profiling,
    List<Plan.Construct> constructs,
    List<Proof> proofs,
    List<Exhibit> exhibits,
    List<Twin> twins,
    Sensitivity sensitivity,
    List<Model> models,
    List<Price> prices,
    List<Sweep> sweeps,
    List<Experiment> experiments,
    List<Claim> claims,
    Executors executors,
    CpythonColumn cpython,
    List<Section> sections,
    List<Observation> observations) {

  /**
   * What the run can and cannot speak of.
   *
   * @param configurations JVM configurations that gave results
   * @param modelChecker which one gave the second opinion, or null if none was asked
   * @param statement what this architecture cannot show, or an empty text
   * @param priceJvm the arguments of every JVM that took a price
   */
  public record Coverage(
      Integer cores,
      String arch,
      List<String> configurations,
      String modelChecker,
      String statement,
      List<String> priceJvm,
      List<Plan.LeftOut> notRun) {}

  /**
   * How the flame graphs came about.
   *
   * @param engines that really sampled
   * @param why why some have none, or an empty text
   */
  public record Profiling(List<String> engines, int recorded, int unavailable, String why) {}
}
