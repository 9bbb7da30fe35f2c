/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import static dev.lockstep.reports.SpoiltRun.AGAIN;
import static dev.lockstep.reports.SpoiltRun.FOREIGN;
import static dev.lockstep.reports.SpoiltRun.TRIAL;
import static dev.lockstep.reports.SpoiltRun.bent;
import static dev.lockstep.reports.SpoiltRun.cut;
import static dev.lockstep.reports.SpoiltRun.delete;

import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What can be wrong with CPython's figures, and with the fields of a sweep. */
final class FaultySweeps {
  private static final String FILE = "cpython.json";

  private FaultySweeps() {}

  static List<SpoiltRun> cpython() {
    return List.of(
        new SpoiltRun(
            "no cpython.json",
            3,
            "cpython.json: the file is missing" + AGAIN,
            CpythonFixture::fill,
            delete(FILE)),
        new SpoiltRun(
            "truncated cpython.json",
            3,
            "cpython.json: no valid JSON, it breaks off or goes wrong at line 1, column 39" + AGAIN,
            CpythonFixture::fill,
            cut(FILE, 40)),
        python(
            "another schema",
            "cpython.json: schema 2 is unknown, this judge reads schema 1; judge it with the"
                + " version of Lockstep that wrote it.",
            f -> f.put("schema", 2)),
        python(
            "a program that failed",
            "cpython.json: the program failed: no module named x" + AGAIN,
            f -> f.put("status", "FAILED").put("why", "no module named x.")),
        python(
            "an unknown status",
            "cpython.json: status is \"FINE\", not one of MEASURED, MISSING, FAILED, NOT_REACHED"
                + FOREIGN,
            f -> f.put("status", "FINE")),
        python(
            "a negative time",
            "cpython.json: results[0].seconds[0] is -1.0, not a finite number of at least 0"
                + FOREIGN,
            f -> seconds(f).set(0, -1.0)),
        python(
            "a time that is none",
            "cpython.json: results[0].seconds[0] is NaN, not a finite number of at least 0"
                + FOREIGN,
            f -> seconds(f).set(0, "NaN")),
        python(
            "a time of zero",
            "cpython.json: GCD_SEED SERIAL 1 workers has no time, or one of 0 s" + FOREIGN,
            f -> seconds(f).set(1, 0.0)),
        python(
            "no time at all",
            "cpython.json: GCD_SEED SERIAL 1 workers has no time, or one of 0 s" + FOREIGN,
            f -> seconds(f).removeAll()),
        python(
            "a result twice",
            "cpython.json: GCD_SEED SERIAL 1 workers stands there twice" + FOREIGN,
            f -> f.withArray("results").add(f.get("results").get(0).deepCopy())),
        python(
            "measured, but nothing",
            "cpython.json: status is MEASURED but there is no result" + FOREIGN,
            f -> f.withArray("results").removeAll()),
        python(
            "a round trip that is none",
            "cpython.json: roundTrips[1] is -3.0, not a finite number of at least 0" + FOREIGN,
            f -> f.withArray("roundTrips").set(1, -3.0)));
  }

  static List<SpoiltRun> fields() {
    return List.of(
        bent(
            "an unknown role",
            "planned.json: trials[0].role is \"TOY\", not one of SWEEP, RAW, COLD, OPEN,"
                + " ROUND_TRIP, KERNEL, CALL, DIVIDER, START, PIPELINE, HAND_MADE, FAN_OUT, SPAWN,"
                + " HANDOFF, FOOTPRINT, LATENCY, OPEN_LOOP"
                + FOREIGN,
            f -> ((ObjectNode) f.list("trials").get(0)).put("role", "TOY")),
        bent(
            "an unknown lock",
            "planned.json: trials[0].lock is \"ODD\", not one of NONE, PER_TASK, FAIR_SLICE,"
                + " STRIPED"
                + FOREIGN,
            f -> ((ObjectNode) f.list("trials").get(0)).put("lock", "ODD")),
        bent(
            "a sweep of nothing",
            "planned.json: trial CounterCost.increment-kind=UNLOCKED-threads=1 sweeps no workload"
                + FOREIGN,
            f -> ((ObjectNode) f.list("trials").get(0)).put("role", "SWEEP")),
        bent(
            "nothing warm beside the cold",
            "planned.json: 1 cold trial set beside a warm one that is not planned ("
                + TRIAL
                + "); plan that, too.",
            f -> f.trial(TRIAL).put("warm", "elsewhere")),
        bent(
            "chunks of nothing",
            "planned.json: trial "
                + "CounterCost.increment-kind=UNLOCKED-threads=1"
                + " has chunks of no task"
                + FOREIGN,
            f -> ((ObjectNode) f.list("trials").get(0)).put("chunk", 0)),
        bent(
            "less CPU time than none",
            "trials/"
                + TRIAL
                + ".json: forks[0].childCpuNanosPerOp is -1.0, not a finite number of at least 0"
                + FOREIGN,
            f ->
                ((ObjectNode) f.trials.get(TRIAL).get("forks").get(0))
                    .put("childCpuNanosPerOp", -1.0)));
  }

  private static SpoiltRun python(String name, String sentence, Consumer<ObjectNode> bend) {
    return bent(
        name,
        sentence,
        f -> {
          CpythonFixture.fill(f);
          bend.accept(f.cpython);
        });
  }

  private static ArrayNode seconds(ObjectNode file) {
    return (ArrayNode) file.get("results").get(0).get("seconds");
  }
}
