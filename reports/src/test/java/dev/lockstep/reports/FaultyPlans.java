/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import static dev.lockstep.reports.SpoiltRun.ATOMIC;
import static dev.lockstep.reports.SpoiltRun.EXHIBIT;
import static dev.lockstep.reports.SpoiltRun.FOREIGN;
import static dev.lockstep.reports.SpoiltRun.MUTANT;
import static dev.lockstep.reports.SpoiltRun.PLAIN;
import static dev.lockstep.reports.SpoiltRun.TRIAL;
import static dev.lockstep.reports.SpoiltRun.TWIN;
import static dev.lockstep.reports.SpoiltRun.bent;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Plans that do not make sense. */
final class FaultyPlans {
  private FaultyPlans() {}

  static List<SpoiltRun> plans() {
    return List.of(
        bent(
            "no proof planned",
            "planned.json: no proof is planned; nothing is proven by a run that proves nothing,"
                + " choose a plan or filter that selects some.",
            FaultyPlans::planTwinsAndExhibitsOnly),
        bent(
            "a construct that this machine cannot prove",
            "1 construct cannot be proven on this machine (lock:NEW), a stress test needs 3 CPUs;"
                + " run on a larger one.",
            f -> {
              f.construct("lock", "NEW", "new lock", "EXACT");
              f.leaveOut(
                  "PROOF", "dev.lockstep.jcstress.lock.New.Test", "lock:NEW", "needs 3 CPUs");
            }),
        bent(
            "one CPU only",
            "No proof can run here: a stress test needs 2 CPUs; this machine has 1; run on a"
                + " machine that has them.",
            f -> {
              f.list("notRun").removeAll();
              f.list("proofs")
                  .forEach(
                      proof ->
                          f.leaveOut(
                              "PROOF",
                              proof.get("test").asString(),
                              proof.get("construct").asString(null),
                              "needs 2 CPUs; this machine has 1"));
              f.leaveOut(
                  "PROOF", "dev.Iriw", "publication:IRIW", "needs 2 CPUs; this machine has 1");
              f.list("proofs").removeAll();
              f.jcstress.withArray("results").removeAll();
              f.jcstress.withArray("tests").removeAll();
            }),
        bent(
            "no trial planned",
            "planned.json: no trial is planned; a run without prices is not a whole run, choose a"
                + " plan or filter that selects some.",
            f -> {
              f.list("trials").removeAll();
              f.jmh.removeAll();
            }),
        bent(
            "a trial planned twice",
            "planned.json: 1 trial stands there twice (" + TRIAL + "); plan each once.",
            f -> f.list("trials").add(f.trial(TRIAL).deepCopy())),
        bent(
            "two trials that measure the same",
            "planned.json: trial other measures the same as another one; give it other parameters.",
            f -> {
              f.list("trials").add(f.trial(TRIAL).deepCopy().put("id", "other"));
              f.trials.put("other", f.trials.get(TRIAL).deepCopy().put("id", "other"));
            }),
        bent(
            "a construct without proof",
            "planned.json: 1 construct without any proof (counter:NEW); write one test that names"
                + " it.",
            f ->
                f.list("constructs")
                    .addObject()
                    .put("id", "counter:NEW")
                    .put("family", "counter")
                    .put("name", "NEW")
                    .put("label", "new")
                    .putNull("guarantee")),
        bent(
            "a proof of nothing",
            "planned.json: 1 proof of a construct that is not planned (CounterRace.PlainIncrement);"
                + " correct the name in the test.",
            f -> {
              f.list("notRun").forEach(out -> ((ObjectNode) out).put("cause", "PLAN"));
              f.proof(PLAIN).put("construct", "counter:NONE");
            }),
        bent(
            "another plan's run.json",
            "planned.json: it is of plan quick but run.json of plan full; use one directory per"
                + " plan.",
            f -> f.run.put("plan", "full")));
  }

  static List<SpoiltRun> fields() {
    return List.of(
        bent(
            "an unknown role",
            "planned.json: proofs[0].role is \"GUESS\", not one of PROOF, TWIN, EXHIBIT" + FOREIGN,
            f -> f.proof(PLAIN).put("role", "GUESS")),
        bent(
            "an unknown contract",
            "planned.json: proofs[0].contract is \"MAYBE\", not one of FORBIDS, MUST_OBSERVE"
                + FOREIGN,
            f -> f.proof(PLAIN).put("contract", "MAYBE")),
        bent(
            "a proof that allows",
            "planned.json: proofs[0].contract is \"ALLOWS\", not one of FORBIDS, MUST_OBSERVE"
                + FOREIGN,
            f -> f.proof(PLAIN).put("contract", "ALLOWS")),
        bent(
            "an exhibit that must show",
            "planned.json: proofs[24].contract is \"MUST_OBSERVE\", not one of ALLOWS" + FOREIGN,
            f -> f.proof(EXHIBIT).put("contract", "MUST_OBSERVE")),
        bent(
            "an exhibit of nothing",
            "planned.json: proofs[24].construct is missing" + FOREIGN,
            f -> f.proof(EXHIBIT).putNull("construct")),
        bent(
            "a twin without its bug",
            "planned.json: proofs[14].bug is missing" + FOREIGN,
            f -> f.proof(TWIN).putNull("bug")),
        bent(
            "a proof with a bug",
            "planned.json: test " + PLAIN + " has a bug but is no twin" + FOREIGN,
            f -> f.proof(PLAIN).put("bug", "none")),
        bent(
            "no list of what may be observed",
            "planned.json: proofs[0].mayObserve is missing" + FOREIGN,
            f -> f.proof(PLAIN).remove("mayObserve")),
        bent(
            "no list of rows",
            "planned.json: proofs[0].rows is missing" + FOREIGN,
            f -> f.proof(PLAIN).remove("rows")),
        bent(
            "a row of nothing",
            "planned.json: a row of no outcome is forbidden" + FOREIGN,
            f -> StressFixture.row(f.proof(ATOMIC), "nothing").putArray("outcomes")),
        bent(
            "an order that is no row",
            "planned.json: proofs[0].orders[0] is not a list" + FOREIGN,
            f -> f.proof(PLAIN).withArray("orders").add("1, 2")),
        bent(
            "a least power that is no number",
            "planned.json: proofs[0].leastPower is much, not a finite number of at least 0"
                + FOREIGN,
            f -> f.proof(PLAIN).put("leastPower", "much")),
        bent(
            "a twin of an unknown role",
            "planned.json: proofs[14].twinRole is \"FRIEND\", not one of CONTROL, ORDER, MUTANT"
                + FOREIGN,
            f -> f.proof(TWIN).put("twinRole", "FRIEND")),
        bent(
            "a control that counts for nothing",
            "planned.json: test " + TWIN + " would count without a sighting" + FOREIGN,
            f -> f.proof(TWIN).put("sightings", 0)),
        bent(
            "a widened control without a ceiling",
            "planned.json: control " + TWIN + " is widened and has no ceiling" + FOREIGN,
            f ->
                StressFixture.control(StressFixture.row(f.proof(ATOMIC), "x", "9"), TWIN, "y")
                    .put("widened", true)),
        bent(
            "a model of nothing",
            "planned.json: model counter:UNLOCKED must name either its construct or what it"
                + " mutates"
                + FOREIGN,
            f -> f.model("counter:UNLOCKED").putNull("construct")),
        bent(
            "a model of two",
            "planned.json: model counter:UNLOCKED must name either its construct or what it"
                + " mutates"
                + FOREIGN,
            f -> f.model("counter:UNLOCKED").put("mutates", "counter:ATOMIC")),
        bent(
            "an unknown checker",
            "planned.json: models[0].checker is \"ORACLE\", not one of LINCHECK, FRAY" + FOREIGN,
            f -> f.model("counter:SYNCHRONIZED").put("checker", "ORACLE")),
        bent(
            "an unknown expectation",
            "planned.json: models[0].expect is \"HOPE\", not one of HOLDS, BREAKS" + FOREIGN,
            f -> f.model("counter:SYNCHRONIZED").put("expect", "HOPE")));
  }

  static List<SpoiltRun> strangers() {
    return List.of(
        bent(
            "an exhibit of a stranger",
            "planned.json: 1 exhibit of a construct that is not planned (Publication.Flags);"
                + " correct the name in the test.",
            f -> {
              f.list("constructs").remove(f.list("constructs").size() - 2);
              f.proof(RunFixture.PUBLICATION + "Flags").put("construct", "publication:NONE");
            }),
        bent(
            "a mutant of a stranger",
            "planned.json: 1 mutant of a construct that is not planned"
                + " (LockedCounter.AtomicGetThenSet); correct the name in the test.",
            f -> f.proof(MUTANT).put("mutates", "counter:NONE")),
        bent(
            "a model of a stranger",
            "planned.json: 1 model of a construct that is not planned (counter:UNLOCKED); correct"
                + " the name.",
            f -> f.model("counter:UNLOCKED").put("construct", "counter:NONE")),
        bent(
            "a model planned twice",
            "planned.json: 1 model stands there twice (counter:UNLOCKED); plan each once.",
            f -> f.list("models").add(f.model("counter:UNLOCKED").deepCopy())));
  }

  private static void planTwinsAndExhibitsOnly(RunFixture f) {
    List<String> proofs = new ArrayList<>();
    for (JsonNode proof : f.list("proofs")) {
      if (proof.get("role").stringValue().equals("PROOF")) {
        proofs.add(proof.get("test").stringValue());
      }
    }
    for (String test : proofs) {
      f.list("proofs").remove(f.index("proofs", "test", test));
      f.loseProof(test);
    }
    f.proof(MUTANT).putNull("mutates");
    f.list("constructs").removeAll();
    f.construct("publication", "PLAIN", "plain reference", null);
    f.construct("publication", "STORE_BUFFER", "two plain flags", null);
    f.list("notRun").removeAll();
    f.list("models").removeAll();
    f.models.withArray("results").removeAll();
    f.list("trials").forEach(trial -> ((ObjectNode) trial).putNull("construct"));
  }
}
