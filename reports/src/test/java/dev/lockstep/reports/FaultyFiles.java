/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import static dev.lockstep.reports.SpoiltRun.AGAIN;
import static dev.lockstep.reports.SpoiltRun.FOREIGN;
import static dev.lockstep.reports.SpoiltRun.TRIAL;
import static dev.lockstep.reports.SpoiltRun.bent;
import static dev.lockstep.reports.SpoiltRun.cut;
import static dev.lockstep.reports.SpoiltRun.delete;
import static dev.lockstep.reports.SpoiltRun.spoilt;

import java.nio.file.Files;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Files that are missing, cut off, foreign or of another version. */
final class FaultyFiles {
  private FaultyFiles() {}

  static List<SpoiltRun> files() {
    return List.of(
        spoilt("no run.json", "run.json: the file is missing" + AGAIN, delete("run.json")),
        spoilt(
            "no environment.json",
            "environment.json: the file is missing" + AGAIN,
            delete("environment.json")),
        spoilt(
            "no planned.json", "planned.json: the file is missing" + AGAIN, delete("planned.json")),
        spoilt(
            "no jcstress.json",
            "jcstress.json: the file is missing" + AGAIN,
            delete("jcstress.json")),
        spoilt("no jmh.json", "jmh.json: the file is missing" + AGAIN, delete("jmh.json")),
        spoilt(
            "no notes of a trial",
            "trials: 1 planned trial without a result (" + TRIAL + ")" + AGAIN,
            delete("trials/" + TRIAL + ".json")),
        spoilt(
            "truncated jmh.json",
            "jmh.json: no valid JSON, it breaks off or goes wrong at line 1, column 201" + AGAIN,
            cut("jmh.json", 200)),
        spoilt(
            "truncated jcstress.json",
            "jcstress.json: no valid JSON, it breaks off or goes wrong at line 1, column 201"
                + AGAIN,
            cut("jcstress.json", 200)),
        spoilt(
            "truncated notes of a trial",
            "trials/"
                + TRIAL
                + ".json: no valid JSON, it breaks off or goes wrong at line 1,"
                + " column 51"
                + AGAIN,
            cut("trials/" + TRIAL + ".json", 50)),
        spoilt("empty jmh.json", "jmh.json: the file is empty" + AGAIN, cut("jmh.json", 0)),
        spoilt(
            "a directory for a file",
            "jmh.json: the file cannot be read; check that it is a file you may read.",
            run -> {
              Files.delete(run.resolve("jmh.json"));
              Files.createDirectory(run.resolve("jmh.json"));
            }));
  }

  static List<SpoiltRun> contents() {
    return List.of(
        bent(
            "unknown schema",
            "planned.json: schema 2 is unknown, this judge reads schema 1; judge it with the"
                + " version of Lockstep that wrote it.",
            f -> f.planned.put("schema", 2)),
        bent(
            "a missing field",
            "run.json: plan is missing; the file was not written by this version of the harness.",
            f -> f.run.remove("plan")),
        bent(
            "an unknown status",
            "jcstress.json: results[0].status is \"GREAT\", not one of NORMAL, TIMEOUT_ERROR,"
                + " CHECK_TEST_ERROR, TEST_ERROR, VM_ERROR, API_MISMATCH; the file was not written"
                + " by this version of the harness.",
            f -> ((ObjectNode) f.jcstress.get("results").get(0)).put("status", "GREAT")),
        bent(
            "an older version",
            "planned.json: the run was recorded by an older version of Lockstep" + AGAIN,
            f -> {
              f.planned.remove("models");
              f.jcstress.remove("tests");
              f.jcstress.get("results").forEach(each -> ((ObjectNode) each).remove("order"));
            }),
        bent(
            "a version that had floors",
            "planned.json: the run was recorded by an older version of Lockstep" + AGAIN,
            f -> {
              f.proof(SpoiltRun.ATOMIC).put("contractName", "NoLostUpdate").put("floor", 1);
              f.proof(SpoiltRun.ATOMIC).remove("template");
              f.checked("counter:SYNCHRONIZED").put("outcome", "HELD");
            }),
        bent(
            "no list of rates",
            "jcstress.json: tests is missing" + FOREIGN,
            f -> f.jcstress.remove("tests")),
        bent(
            "a rate that is none",
            "jcstress.json: tests[0].samplesPerSecond is fast, not a finite number of at least 0"
                + FOREIGN,
            f -> ((ObjectNode) f.jcstress.get("tests").get(0)).put("samplesPerSecond", "fast")),
        bent(
            "a result without its place",
            "jcstress.json: results[0].order is missing" + FOREIGN,
            f -> ((ObjectNode) f.jcstress.get("results").get(0)).remove("order")),
        bent(
            "a result without its time",
            "jcstress.json: results[0].seconds is missing" + FOREIGN,
            f -> ((ObjectNode) f.jcstress.get("results").get(0)).remove("seconds")),
        bent(
            "a model part that has not finished",
            "run.json: the models part has not finished; type the same command to go on.",
            f -> ((ObjectNode) f.run.get("parts").get("models")).putNull("end")),
        bent(
            "a part that has not finished",
            "run.json: the jmh part has not finished; type the same command to go on.",
            f -> ((ObjectNode) f.run.get("parts").get("jmh")).putNull("end")));
  }
}
