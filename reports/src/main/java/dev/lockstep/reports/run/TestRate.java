/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.run;

import java.util.List;

/**
 * How fast one test took its samples in one JVM configuration, and how soon it saw what (an element
 * of the second list in {@code jcstress.json}).
 */
public record TestRate(
    String test,
    String configuration,
    int forks,
    long samples,
    double seconds,
    double samplesPerSecond,
    List<Sighting> sightings) {

  /**
   * One interesting or forbidden outcome that was seen.
   *
   * @param fork the first that saw it
   * @param within samples up to and including that fork
   */
  public record Sighting(String outcome, String expect, long count, int fork, long within) {}

  static TestRate read(JsonView json) {
    return new TestRate(
        json.text("test"),
        json.text("configuration"),
        json.smallCount("forks"),
        json.count("samples"),
        json.number("seconds"),
        json.number("samplesPerSecond"),
        json.requiredList("sightings").stream().map(TestRate::sighting).toList());
  }

  private static Sighting sighting(JsonView json) {
    return new Sighting(
        json.text("outcome"),
        json.word("expect", JcstressResult.EXPECTATIONS),
        json.count("count"),
        json.smallCount("fork"),
        json.count("within"));
  }
}
