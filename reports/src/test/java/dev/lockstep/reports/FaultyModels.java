/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import static dev.lockstep.reports.SpoiltRun.AGAIN;
import static dev.lockstep.reports.SpoiltRun.FOREIGN;
import static dev.lockstep.reports.SpoiltRun.bent;
import static dev.lockstep.reports.SpoiltRun.broken;
import static dev.lockstep.reports.SpoiltRun.cut;
import static dev.lockstep.reports.SpoiltRun.delete;
import static dev.lockstep.reports.SpoiltRun.spoilt;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Second opinions that are missing, that disagree, and whose witnesses cannot be shown. */
final class FaultyModels {
  private static final String UNLOCKED = "counter:UNLOCKED";
  private static final String LOCKED = "counter:SYNCHRONIZED";
  private static final String WITNESS = "witnesses/counter-UNLOCKED.json";

  private FaultyModels() {}

  static List<SpoiltRun> files() {
    return List.of(
        spoilt("no models.json", "models.json: the file is missing" + AGAIN, delete("models.json")),
        spoilt(
            "truncated models.json",
            "models.json: no valid JSON, it breaks off or goes wrong at line 1, column 101" + AGAIN,
            cut("models.json", 100)),
        bent(
            "no results in models.json",
            "models.json: results is missing" + FOREIGN,
            f -> f.models.remove("results")),
        bent(
            "a model without result",
            "models.json: 1 planned model without a result (counter:SYNCHRONIZED)" + AGAIN,
            f -> f.models.withArray("results").remove(0)),
        bent(
            "a model that is not counted",
            "models.json: results[0].interleavings is missing" + FOREIGN,
            f -> f.checked(LOCKED).remove("interleavings")),
        bent(
            "a model that nothing planned",
            "models.json: 1 model that nothing planned (dev:STRAY); start again on an empty"
                + " directory.",
            f ->
                f.models
                    .withArray("results")
                    .add(f.checked(LOCKED).deepCopy().put("id", "dev:STRAY"))),
        bent(
            "a model twice",
            "models.json: model counter:SYNCHRONIZED stands there twice" + FOREIGN,
            f -> f.models.withArray("results").add(f.checked(LOCKED).deepCopy())));
  }

  static List<SpoiltRun> outcomes() {
    return List.of(
        bent(
            "a model checker that failed",
            "models.json: the checker failed on counter:SYNCHRONIZED: it ran out of memory.",
            f -> f.checked(LOCKED).put("outcome", "FAILED").put("message", "it ran out of memory")),
        bent(
            "a failure without a message",
            "models.json: results[0].message is missing" + FOREIGN,
            f -> f.checked(LOCKED).put("outcome", "FAILED")),
        broken(
            "a model that must hold and broke",
            "counter:UNLOCKED is broken under sequential consistency: value() gave 1 after two"
                + " increments, see witnesses/counter-UNLOCKED.json.",
            f -> f.model(UNLOCKED).put("expect", "HOLDS")),
        broken(
            "a model of another name that must hold and broke",
            "counter:ATOMIC (model AtomicGetThenSet) is broken under sequential consistency:"
                + " value() gave 1 after two increments, see witnesses/AtomicGetThenSet.json.",
            f -> f.model("AtomicGetThenSet").put("expect", "HOLDS")),
        bent(
            "a model that must break and in which nothing was found",
            "models.json: the model checker did not find the bug of counter:SYNCHRONIZED in 61"
                + " interleavings; where it finds no known bug it would find no other, let it"
                + " explore more.",
            f -> f.model(LOCKED).put("expect", "BREAKS")),
        bent(
            "a mutant that must break and in which nothing was found",
            "models.json: the model checker did not find the bug of AtomicGetThenSet (get and set"
                + " instead of one increment) in 1 interleaving; where it finds no known bug it"
                + " would find no other, let it explore more.",
            f ->
                f.checked("AtomicGetThenSet")
                    .put("outcome", "NOTHING_FOUND")
                    .put("interleavings", 1)
                    .putNull("witness")),
        bent(
            "a bug that Fray did not find",
            "models.json: Fray did not find the bug of counter:SPIN_LOCK in 2,000 schedules; where"
                + " it finds no known bug it would find no other, let it explore more.",
            f -> f.model("counter:SPIN_LOCK").put("expect", "BREAKS")),
        bent(
            "a model that explored nothing",
            "models.json: model counter:SYNCHRONIZED explored no interleaving, which shows nothing"
                + AGAIN,
            f -> f.checked(LOCKED).put("interleavings", 0)));
  }

  static List<SpoiltRun> witnesses() {
    return List.of(
        spoilt("no witness", unshown("the file is missing"), delete(WITNESS)),
        spoilt("an empty witness", unshown("the file is empty"), cut(WITNESS, 0)),
        spoilt(
            "a truncated witness",
            WITNESS + ": no valid JSON, it breaks off or goes wrong at line 1, column 51" + AGAIN,
            cut(WITNESS, 50)),
        bent(
            "a witness that is not named",
            unshown("no file is named"),
            f -> f.checked(UNLOCKED).putNull("witness")),
        bent(
            "a witness elsewhere",
            unshown("the path leaves witnesses/"),
            f -> f.checked(UNLOCKED).put("witness", "witnesses/../../etc/passwd")),
        bent(
            "an absolute witness",
            unshown("the path leaves witnesses/"),
            f -> f.checked(UNLOCKED).put("witness", "/etc/passwd")),
        bent(
            "a witness of another model",
            WITNESS + ": it is of model counter:OPAQUE, not of counter:UNLOCKED" + FOREIGN,
            f -> witness(f).put("id", "counter:OPAQUE")),
        bent(
            "a witness without steps",
            WITNESS + ": it has no steps" + FOREIGN,
            f -> witness(f).putArray("steps")),
        bent(
            "a step of a thread that is not there",
            WITNESS + ": step 2 is of thread 3, but there are 2 threads" + FOREIGN,
            f -> ((ObjectNode) witness(f).get("steps").get(1)).put("thread", 3)),
        spoilt(
            "a witness without the checker's own text",
            WITNESS + ": its text cannot be shown, the file is missing" + AGAIN,
            delete("witnesses/counter-UNLOCKED.txt")),
        bent(
            "a text elsewhere",
            WITNESS + ": its text cannot be shown, the path leaves witnesses/" + AGAIN,
            f -> witness(f).put("text", "run.json")),
        bent(
            "a witness against nothing",
            "models.json: model counter:SYNCHRONIZED is NOTHING_FOUND and yet names a witness"
                + " against it"
                + FOREIGN,
            f -> f.checked(LOCKED).put("witness", WITNESS)));
  }

  private static String unshown(String cause) {
    return "models.json: the witness of counter:UNLOCKED cannot be shown, " + cause + AGAIN;
  }

  private static ObjectNode witness(RunFixture f) {
    return f.witnesses.get(WITNESS);
  }
}
