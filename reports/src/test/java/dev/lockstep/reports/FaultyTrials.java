/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import static dev.lockstep.reports.SpoiltRun.AGAIN;
import static dev.lockstep.reports.SpoiltRun.TRIAL;
import static dev.lockstep.reports.SpoiltRun.bent;
import static dev.lockstep.reports.SpoiltRun.broken;
import static dev.lockstep.reports.SpoiltRun.cut;
import static dev.lockstep.reports.SpoiltRun.delete;
import static dev.lockstep.reports.SpoiltRun.spoilt;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Trials that failed, and prices and flame graphs that are missing or not valid. */
final class FaultyTrials {
  private static final String OTHER = "CounterCost.increment-kind=ATOMIC-threads=1";

  private FaultyTrials() {}

  static List<SpoiltRun> prices() {
    return List.of(
        bent(
            "a trial without entry",
            "jmh.json: 1 planned trial without a result (" + TRIAL + ")" + AGAIN,
            f ->
                f.jmh.remove(
                    f.jmh.size() - f.list("trials").size() + f.index("trials", "id", TRIAL))),
        bent("a NaN score", score("NaN"), f -> metric(f).put("score", "NaN")),
        bent("an infinite score", score("INF"), f -> metric(f).put("score", "INF")),
        bent("a negative score", score("-1.5"), f -> metric(f).put("score", -1.5)),
        bent(
            "a NaN measurement",
            "jmh.json: [21].primaryMetric.rawData[0][0] is NaN, not a finite number of at least 0;"
                + " the file was not written by this version of the harness.",
            f -> ((ArrayNode) metric(f).get("rawData").get(0)).set(0, "NaN")),
        bent(
            "no measurement",
            "jmh.json: a fork of dev.lockstep.jmh.counter.CounterCost.increment {kind=ATOMIC}"
                + " 2 threads avgt has no measurement; the file was not written by this version of"
                + " the harness.",
            f -> metric(f).withArray("rawData").removeAll()),
        bent(
            "too few forks",
            "jmh.json: 1 trial with fewer forks than make a price ("
                + TRIAL
                + " has 2 of 3)"
                + AGAIN,
            f -> metric(f).withArray("rawData").remove(2)),
        bent(
            "an entry twice",
            "jmh.json: two entries are of the same trial"
                + " dev.lockstep.jmh.counter.CounterCost.increment {kind=ATOMIC} 2 threads avgt;"
                + " the file was not written by this version of the harness.",
            f -> f.jmh.add(f.price(TRIAL).deepCopy())),
        bent(
            "an entry that nothing planned",
            "jmh.json: 1 entry that nothing planned (dev.Stray {kind=ATOMIC} 2 threads avgt); start"
                + " again on an empty directory.",
            f -> f.jmh.add(f.price(TRIAL).deepCopy().put("benchmark", "dev.Stray"))),
        broken(
            "an exact counter that lost updates",
            TRIAL
                + " lost 3 of 15,000,000 updates although counter:ATOMIC guarantees that none is"
                + " lost.",
            f -> RunFixture.first(f.price(TRIAL), "lost").set(0, 3)));
  }

  static List<SpoiltRun> trials() {
    return List.of(
        broken(
            "a wrong result",
            TRIAL + " gave a wrong result: expected 8, got 7.",
            f -> fail(f, "WRONG_RESULT", "expected 8, got 7")),
        bent("an error", TRIAL + " failed (ERROR): it threw.", f -> fail(f, "ERROR", "it threw.")),
        bent(
            "a killed fork",
            TRIAL + " failed (KILLED): the fork was killed.",
            f -> fail(f, "KILLED", "the fork was killed")),
        bent(
            "an exhausted budget",
            TRIAL + " failed (BUDGET): no time was left.",
            f -> fail(f, "BUDGET", "no time was left")),
        bent(
            "two trials that failed alike",
            "2 trials failed, %s, %s (BUDGET): no time was left.".formatted(OTHER, TRIAL),
            f -> {
              fail(f, "BUDGET", "no time was left");
              fail(f, OTHER, "BUDGET", "no time was left");
            }),
        bent(
            "notes twice",
            "trials/zz.json: trial "
                + TRIAL
                + " has a second file; delete the one that does not"
                + " bear its name.",
            f -> f.trials.put("zz", f.trials.get(TRIAL))));
  }

  static List<SpoiltRun> profiles() {
    return List.of(
        bent("no profile", flame("none was recorded"), f -> f.trials.get(TRIAL).putNull("profile")),
        bent(
            "a failed profiler",
            flame("the profiler failed: no symbols"),
            f -> profile(f).put("status", "FAILED").put("why", "no symbols")),
        spoilt(
            "no flame graph",
            flame("cpu: the file is missing"),
            delete("flames/" + TRIAL + "/cpu.html")),
        spoilt(
            "an empty flame graph",
            flame("cpu: the file is empty"),
            cut("flames/" + TRIAL + "/cpu.html", 0)),
        bent(
            "a flame graph elsewhere",
            flame("cpu: the path leaves flames/"),
            f -> cpu(f).put("html", "flames/../../etc/passwd")),
        bent(
            "an absolute flame graph",
            flame("cpu: the path leaves flames/"),
            f -> cpu(f).put("html", "/etc/passwd")),
        bent(
            "a graph without samples",
            flame("cpu: it holds no samples"),
            f -> cpu(f).put("samples", 0)),
        bent(
            "a planned graph that was not recorded",
            flame("wall: none was recorded"),
            f -> ((ArrayNode) f.trial(TRIAL).get("flames")).add("wall")),
        bent(
            "a second graph that is gone",
            flame("lock: the file is missing"),
            f -> {
              ((ArrayNode) f.trial(TRIAL).get("flames")).add("lock");
              ((ArrayNode) profile(f).get("graphs"))
                  .add(cpu(f).deepCopy().put("event", "lock").put("html", "flames/gone.html"));
            }));
  }

  private static String flame(String cause) {
    return "flames: 1 trial without flame graph, " + cause + " (" + TRIAL + ")" + AGAIN;
  }

  private static String score(String shown) {
    return "jmh.json: [21].primaryMetric.score is "
        + shown
        + ", not a finite number of at least 0; the file was not written by this version of the"
        + " harness.";
  }

  private static ObjectNode metric(RunFixture f) {
    return (ObjectNode) f.price(TRIAL).get("primaryMetric");
  }

  private static ObjectNode cpu(RunFixture f) {
    return (ObjectNode) profile(f).get("graphs").get(0);
  }

  private static ObjectNode profile(RunFixture f) {
    return (ObjectNode) f.trials.get(TRIAL).get("profile");
  }

  static void fail(RunFixture f, String kind, String message) {
    fail(f, TRIAL, kind, message);
  }

  private static void fail(RunFixture f, String id, String kind, String message) {
    ObjectNode trial = f.trials.get(id).put("status", "FAILED").putNull("profile");
    trial.putObject("failure").put("kind", kind).put("message", message);
  }
}
