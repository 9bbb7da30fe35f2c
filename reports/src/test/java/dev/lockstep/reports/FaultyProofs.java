/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import static dev.lockstep.reports.SpoiltRun.AGAIN;
import static dev.lockstep.reports.SpoiltRun.ATOMIC;
import static dev.lockstep.reports.SpoiltRun.EXHIBIT;
import static dev.lockstep.reports.SpoiltRun.PLAIN;
import static dev.lockstep.reports.SpoiltRun.TWIN;
import static dev.lockstep.reports.SpoiltRun.bent;
import static dev.lockstep.reports.SpoiltRun.broken;
import static dev.lockstep.reports.SpoiltRun.outcome;
import static dev.lockstep.reports.SpoiltRun.unsee;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Stress tests that broke, fell short or did not run. */
final class FaultyProofs {
  private FaultyProofs() {}

  static List<SpoiltRun> proofs() {
    return List.of(
        broken(
            "a forbidden outcome",
            "LockedCounter.Atomic is broken: forbidden outcome 1 seen in C2 (7 of 60,000,000"
                + " samples).",
            f -> outcome(f, ATOMIC, "C2", 1).put("count", 7)),
        broken(
            "an unknown outcome",
            "CounterRace.PlainIncrement is broken: unknown outcome 9 seen in C1 (1 of 6,000,000"
                + " samples).",
            f ->
                f.result(PLAIN, "C1")
                    .withArray("outcomes")
                    .addObject()
                    .put("id", "9")
                    .put("count", 1)
                    .put("expect", "UNKNOWN")),
        bent(
            "a test without result",
            "jcstress.json: 1 planned proof without a result (CounterRace.PlainIncrement)" + AGAIN,
            f -> f.loseProof(PLAIN)),
        broken(
            "a time-out",
            "LockedCounter.Atomic is broken: a thread of it threw or did not end: TIMEOUT_ERROR in"
                + " configuration C2.",
            f -> f.result(ATOMIC, "C2").put("status", "TIMEOUT_ERROR")),
        broken(
            "an actor that throws",
            "LockedCounter.Atomic is broken: a thread of it threw or did not end: TEST_ERROR in"
                + " configuration C1, Test failed: unlock of a lock that nobody holds.",
            f -> {
              ObjectNode result = f.result(ATOMIC, "C1").put("status", "TEST_ERROR");
              result.withArray("messages").add("Test failed");
              result
                  .withArray("messages")
                  .add("\n  unlock of a lock that nobody holds\n  at A.b(A.java)");
            }),
        bent(
            "a JVM that was killed",
            "LockedCounter.Atomic is inconclusive: VM_ERROR in configuration C2.",
            f -> f.result(ATOMIC, "C2").put("status", "VM_ERROR")),
        bent(
            "a twin that times out",
            "LockedCounter.LockedWriteOnly is inconclusive: TIMEOUT_ERROR in configuration C2.",
            f -> f.result(TWIN, "C2").put("status", "TIMEOUT_ERROR")),
        bent(
            "a configuration without result",
            "LockedCounter.Atomic is inconclusive: configuration C1 gave 0 of 1 planned results.",
            f -> f.result(ATOMIC, "C1").put("test", PLAIN).put("fork", 7)),
        bent(
            "too few forks",
            "LockedCounter.Atomic is inconclusive: configuration C2 gave 1 of 3 planned results.",
            f -> ((ObjectNode) f.proof(ATOMIC).get("forks")).put("C2", 3)),
        bent(
            "zero samples",
            "LockedCounter.Atomic is inconclusive: configuration C2 took zero samples in fork 0.",
            f -> f.result(ATOMIC, "C2").put("samples", 0)),
        bent(
            "a race that was not seen",
            "CounterRace.PlainIncrement is inconclusive: outcome 1 must be observed and was not"
                + " seen in 36,000,000 samples.",
            f -> unsee(f, PLAIN, 1)),
        bent(
            "a race that names no outcome",
            "CounterRace.PlainIncrement is inconclusive: it names no outcome that must be"
                + " observed.",
            f -> f.proof(PLAIN).withArray("mustObserve").removeAll()),
        bent(
            "a result twice",
            "jcstress.json: fork 0 of "
                + ATOMIC
                + " in C1 stands there twice; the file was not"
                + " written by this version of the harness.",
            f -> f.jcstress.withArray("results").add(f.result(ATOMIC, "C1").deepCopy())),
        bent(
            "a negative count",
            "jcstress.json: results[18].outcomes[1].count is -1, not a whole number of at least 0;"
                + " the file was not written by this version of the harness.",
            f ->
                ((ObjectNode) f.jcstress.get("results").get(18).get("outcomes").get(1))
                    .put("count", -1)),
        bent(
            "a test that nothing planned",
            "jcstress.json: 1 test that nothing planned (dev.Stray); start again on an empty"
                + " directory.",
            f -> f.jcstress.withArray("results").add(stray(f))));
  }

  static List<SpoiltRun> configurations() {
    return List.of(
        broken(
            "a forbidden outcome in one of six configurations",
            "LockedCounter.Atomic is broken: forbidden outcome 1 seen in C2 + ZGC (1 of 60,000,000"
                + " samples).",
            f -> outcome(f, ATOMIC, "C2 + ZGC", 1).put("count", 1)),
        broken(
            "a forbidden outcome in all six",
            "LockedCounter.Atomic is broken: forbidden outcome 1 seen in interpreter (2 of"
                + " 60,000,000 samples), C1 (2 of 60,000,000 samples), C2 (2 of 60,000,000"
                + " samples) and 3 more.",
            f -> RunFixture.CONFIGURATIONS.forEach(c -> outcome(f, ATOMIC, c, 1).put("count", 2))),
        bent(
            "two configurations that fall short",
            "LockedCounter.Atomic is inconclusive: configuration C1 took zero samples in fork 0,"
                + " and another one falls short.",
            f -> {
              f.result(ATOMIC, "C1").put("samples", 0);
              f.result(ATOMIC, "C2 + ZGC").put("samples", 0);
            }),
        bent(
            "all configurations short of forks",
            "LockedCounter.Atomic is inconclusive: configuration interpreter gave 1 of 2 planned"
                + " results, and 5 others fall short.",
            f ->
                RunFixture.CONFIGURATIONS.forEach(
                    each -> ((ObjectNode) f.proof(ATOMIC).get("forks")).put(each, 2))),
        bent(
            "a configuration of a race without result",
            "CounterRace.PlainIncrement is inconclusive: configuration C2 + ZGC gave 0 of 1 planned"
                + " results.",
            f -> f.result(PLAIN, "C2 + ZGC").put("configuration", "C2").put("fork", 1)));
  }

  static List<SpoiltRun> exhibits() {
    return List.of(
        broken(
            "an exhibit with a forbidden outcome",
            "Publication.Plain is broken: forbidden outcome (2, 2) seen in C1 (3 of 20,000,000"
                + " samples).",
            f -> outcome(f, EXHIBIT, "C1", 2).put("count", 3)),
        bent(
            "an exhibit without result",
            "jcstress.json: 1 planned exhibit without a result (Publication.Plain)" + AGAIN,
            f -> f.loseProof(EXHIBIT)),
        bent(
            "an exhibit that lacks a configuration",
            "Publication.Plain is inconclusive: configuration C1 gave 0 of 1 planned results.",
            f -> f.result(EXHIBIT, "C1").put("configuration", "C2").put("fork", 1)),
        bent(
            "an exhibit that ended in an error",
            "Publication.Plain is inconclusive: VM_ERROR in configuration C1.",
            f -> f.result(EXHIBIT, "C1").put("status", "VM_ERROR")),
        bent(
            "an exhibit that names no outcome",
            "Publication.Plain is inconclusive: it names no outcome that may be observed.",
            f -> f.proof(EXHIBIT).withArray("mayObserve").removeAll()));
  }

  private static ObjectNode stray(RunFixture f) {
    return f.result(ATOMIC, "C1").deepCopy().put("test", "dev.Stray");
  }
}
