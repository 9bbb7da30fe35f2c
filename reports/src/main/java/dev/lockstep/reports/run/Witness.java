/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.run;

import java.util.ArrayList;
import java.util.List;

/**
 * An interleaving that ends wrong, as the model checker found it ({@code witnesses/<id>.json}).
 *
 * @param threads their labels
 * @param wrong what came out, in words
 * @param steps in the order in which they were executed
 * @param text the checker's own rendering, relative to the run directory
 */
public record Witness(
    String id, List<String> threads, String wrong, List<Step> steps, String text) {

  /**
   * What one thread did before another was given its turn.
   *
   * @param thread index into the threads, from 1
   */
  public record Step(int thread, String text) {}

  static Witness read(JsonView json) {
    List<String> threads = json.requiredTexts("threads");
    List<Step> steps = new ArrayList<>();
    for (JsonView each : json.requiredList("steps")) {
      int thread = each.smallCount("thread");
      if (thread < 1 || thread > threads.size()) {
        throw each.bad(
            "step %s is of thread %s, but there are %s threads"
                .formatted(steps.size() + 1, thread, threads.size()));
      }
      steps.add(new Step(thread, each.text("text")));
    }
    if (steps.isEmpty()) {
      throw json.bad("it has no steps");
    }
    return new Witness(
        json.text("id"), threads, json.text("wrong"), List.copyOf(steps), json.text("text"));
  }
}
