/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Each thing that can be wrong with a run gives its exit code and exactly one sentence. */
class FaultyRunTest {
  private static final String ATOMIC = RunFixture.LOCKED + "Atomic";
  private static final String PLAIN = RunFixture.RACE + "PlainIncrement";
  private static final String TWIN = RunFixture.LOCKED + "LockedWriteOnly";
  private static final String TRIAL = "CounterCost.increment-kind=ATOMIC-threads=2";
  private static final String OTHER = "CounterCost.increment-kind=ATOMIC-threads=1";
  private static final String AGAIN = "; run the plan again.";

  // One directory for all cases: each case writes only what the last one changed.
  @TempDir private static Path home;

  private interface Bend {
    void bend(RunFixture fixture);
  }

  private interface Spoil {
    void spoil(Path run) throws IOException;
  }

  /** One way to spoil a run, and what must be said of it. */
  record Case(String name, int exit, String sentence, Bend bend, Spoil spoil) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
            files(), plans(), proofs(), twins(), prices(), trials(), profiles(), contents())
        .flatMap(List::stream);
  }

  private static List<Case> files() {
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

  private static List<Case> contents() {
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
            "a part that has not finished",
            "run.json: the jmh part has not finished; type the same command to go on.",
            f -> ((ObjectNode) f.run.get("parts").get("jmh")).putNull("end")));
  }

  private static List<Case> plans() {
    return List.of(
        bent(
            "no proof planned",
            "planned.json: no proof is planned; nothing is proven by a run that proves nothing,"
                + " choose a plan or filter that selects some.",
            f -> {
              f.list("notRun").removeAll();
              f.list("proofs").removeAll();
              f.list("constructs").removeAll();
              f.jcstress.withArray("results").removeAll();
              f.list("trials").forEach(trial -> ((ObjectNode) trial).putNull("construct"));
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
                          f.list("notRun")
                              .addObject()
                              .put("kind", "PROOF")
                              .put("id", proof.get("test").asString())
                              .put("construct", proof.get("construct").asString(null))
                              .put("why", "needs 2 CPUs; this machine has 1"));
              f.list("proofs").removeAll();
              f.jcstress.withArray("results").removeAll();
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
            f -> f.proof(PLAIN).put("construct", "counter:NONE")),
        bent(
            "another plan's run.json",
            "planned.json: it is of plan quick but run.json of plan full; use one directory per"
                + " plan.",
            f -> f.run.put("plan", "full")));
  }

  private static List<Case> proofs() {
    return List.of(
        broken(
            "a forbidden outcome",
            "LockedCounter.Atomic is broken: forbidden outcome 1 seen 7 times in 240,000,000"
                + " samples, first in C2.",
            f -> outcome(f, ATOMIC, "C2", 1).put("count", 7)),
        broken(
            "an unknown outcome",
            "CounterRace.PlainIncrement is broken: unknown outcome 9 seen 1 times in 24,000,000"
                + " samples, first in C1.",
            f ->
                f.result(PLAIN, "C1")
                    .withArray("outcomes")
                    .addObject()
                    .put("id", "9")
                    .put("count", 1)
                    .put("expect", "UNKNOWN")),
        broken(
            "a twin that does what even it must not",
            "LockedCounter.LockedWriteOnly is broken: forbidden outcome 3 seen 2 times in"
                + " 20,000,000 samples, first in C1.",
            f ->
                f.result(TWIN, "C1")
                    .withArray("outcomes")
                    .addObject()
                    .put("id", "3")
                    .put("count", 2)
                    .put("expect", "FORBIDDEN")),
        bent(
            "a test without result",
            "jcstress.json: 1 planned proof without a result (CounterRace.PlainIncrement)" + AGAIN,
            f -> f.loseProof(PLAIN)),
        inconclusive(
            "a time-out",
            "LockedCounter.Atomic is inconclusive: TIMEOUT_ERROR in configuration C2.",
            f -> f.result(ATOMIC, "C2").put("status", "TIMEOUT_ERROR")),
        inconclusive(
            "a configuration without result",
            "LockedCounter.Atomic is inconclusive: configuration C1 gave 0 of 1 planned results.",
            f -> f.result(ATOMIC, "C1").put("test", PLAIN).put("fork", 7)),
        inconclusive(
            "too few forks",
            "LockedCounter.Atomic is inconclusive: configuration C2 gave 1 of 3 planned results.",
            f -> ((ObjectNode) f.proof(ATOMIC).get("forks")).put("C2", 3)),
        inconclusive(
            "zero samples",
            "LockedCounter.Atomic is inconclusive: configuration C2 took zero samples in fork 0.",
            f -> f.result(ATOMIC, "C2").put("samples", 0)),
        inconclusive(
            "below the floor",
            "LockedCounter.Atomic is inconclusive: 240,000,000 samples, below the floor of"
                + " 300,000,000.",
            f -> f.proof(ATOMIC).put("floor", 300_000_000)),
        inconclusive(
            "a race that was not seen",
            "CounterRace.PlainIncrement is inconclusive: outcome 1 must be observed and was not"
                + " seen in 24,000,000 samples.",
            f -> RunFixture.CONFIGURATIONS.forEach(c -> outcome(f, PLAIN, c, 1).put("count", 0))),
        inconclusive(
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
            "jcstress.json: results[12].outcomes[1].count is -1, not a whole number of at least 0;"
                + " the file was not written by this version of the harness.",
            f ->
                ((ObjectNode) f.jcstress.get("results").get(12).get("outcomes").get(1))
                    .put("count", -1)),
        bent(
            "a test that nothing planned",
            "jcstress.json: 1 test that nothing planned (dev.Stray); start again on an empty"
                + " directory.",
            f -> f.jcstress.withArray("results").add(stray(f))));
  }

  private static List<Case> twins() {
    return List.of(
        inconclusive(
            "no twin",
            "LockedCounter.Atomic is inconclusive: it has no twin that shows that the test can"
                + " fail.",
            f -> f.proof(ATOMIC).putNull("twin")),
        inconclusive(
            "a twin that is not planned",
            "LockedCounter.Atomic is inconclusive: its twin LockedCounter.Gone is not planned.",
            f -> f.proof(ATOMIC).put("twin", RunFixture.LOCKED + "Gone")));
  }

  private static List<Case> prices() {
    return List.of(
        bent(
            "a trial without entry",
            "jmh.json: 1 planned trial without a result (" + TRIAL + ")" + AGAIN,
            f -> f.jmh.remove(f.jmh.size() - f.list("trials").size() + index(f, TRIAL))),
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
            "jmh.json: 1 trial with fewer forks than planned (" + TRIAL + " has 2 of 3)" + AGAIN,
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

  private static List<Case> trials() {
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

  private static List<Case> profiles() {
    return List.of(
        bent("no profile", flame("none was recorded"), f -> f.trials.get(TRIAL).putNull("profile")),
        bent(
            "a failed profiler",
            flame("the profiler failed: no symbols"),
            f -> profile(f).put("status", "FAILED").put("why", "no symbols")),
        spoilt(
            "no flame graph",
            flame("the file is missing"),
            delete("flames/" + TRIAL + "/cpu.html")),
        spoilt(
            "an empty flame graph",
            flame("the file is empty"),
            cut("flames/" + TRIAL + "/cpu.html", 0)),
        bent(
            "a flame graph elsewhere",
            flame("the path leaves flames/"),
            f -> profile(f).put("html", "flames/../../etc/passwd")),
        bent(
            "an absolute flame graph",
            flame("the path leaves flames/"),
            f -> profile(f).put("html", "/etc/passwd")));
  }

  @BeforeEach
  void removeWhatNoHealthyRunHas() throws IOException {
    Files.deleteIfExists(home.resolve("jmh.json"));
    Files.deleteIfExists(home.resolve("trials/zz.json"));
    Files.deleteIfExists(home.resolve("trials/other.json"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isToldInOneSentence(Case each) throws IOException {
    RunFixture fixture = RunFixture.healthy();
    each.bend().bend(fixture);
    fixture.write(home);
    each.spoil().spoil(home);

    Judged judged = Judged.at(home);

    assertThat(judged.exit()).isEqualTo(each.exit());
    assertThat(judged.reasons()).containsExactly(each.sentence());
    assertThat(judged.verdict()).isEqualTo(each.exit() == 2 ? "BROKEN" : "INCOMPLETE");
    assertThat(judged.out()).contains(each.sentence()).doesNotContain("Exception");
    assertThat(judged.err()).isEmpty();
    assertThat(judged.text("site/index.html"))
        .contains(each.exit() == 2 ? ">BROKEN</h1>" : ">INCOMPLETE</h1>");
  }

  @Test
  void truncatedPricesDoNotCostTheProofs() throws IOException {
    RunFixture.healthy().write(home);
    cut("jmh.json", 200).spoil(home);
    Judged judged = Judged.at(home);
    assertThat(judged.report().get("sentence").stringValue())
        .isEqualTo(
            "17 of 17 proofs hold, 3 of 3 races were seen, 2 of 2 twins were caught. "
                + "0 of 64 trials measured.");
    assertThat(judged.text("site/index.html")).contains("proven").contains("race seen");
  }

  @Test
  void aTwinThatWasNotCaughtLeavesItsProofsOpen() throws IOException {
    RunFixture fixture = RunFixture.healthy();
    RunFixture.CONFIGURATIONS.forEach(c -> outcome(fixture, TWIN, c, 1).put("count", 0));
    Judged judged = Judged.of(fixture, home);
    assertThat(judged.exit()).isEqualTo(3);
    assertThat(judged.reasons())
        .containsExactly(
            "LockedCounter.Adder, LockedCounter.Atomic, LockedCounter.Confined,"
                + " LockedCounter.ReadWriteLock, LockedCounter.ReentrantLock and 6 more are"
                + " inconclusive: its twin LockedCounter.LockedWriteOnly was not caught in this"
                + " run.",
            "LockedCounter.LockedWriteOnly is inconclusive: outcome 1 must be observed and was not"
                + " seen in 20,000,000 samples.");
  }

  @Test
  void brokenOutweighsIncomplete() throws IOException {
    RunFixture fixture = RunFixture.healthy();
    fixture.loseProof(PLAIN);
    outcome(fixture, ATOMIC, "C2", 1).put("count", 7);
    Judged judged = Judged.of(fixture, home);
    assertThat(judged.exit()).isEqualTo(2);
    assertThat(judged.reasons()).hasSize(2).first().asString().contains("Atomic is broken");
    assertThat(judged.report().get("sentence").stringValue())
        .startsWith("16 of 17 proofs hold, 1 is broken, 2 of 3 races were seen,");
    assertThat(judged.text("junit.xml"))
        .contains("name=\"proofs\" tests=\"23\" failures=\"1\" errors=\"1\" skipped=\"1\"");
  }

  @Test
  void aMachineThatCannotProfileDoesNotFailTheRun() throws IOException {
    RunFixture fixture = RunFixture.healthy();
    for (ObjectNode trial : fixture.trials.values()) {
      ObjectNode profile = trial.putObject("profile");
      profile.put("status", "UNAVAILABLE").put("why", "no async-profiler for this system");
    }
    Judged judged = Judged.of(fixture, home);
    assertThat(judged.exit()).isZero();
    assertThat(judged.report().get("sentence").stringValue())
        .endsWith(
            "64 of 64 trials measured, without flame graphs, which this machine cannot record.");
    assertThat(judged.text("site/index.html"))
        .containsOnlyOnce("no async-profiler for this system");
    assertThat(judged.text("summary.md")).containsOnlyOnce("no async-profiler for this system");
  }

  @Test
  void anEmptyDirectoryIsToldOnce(@TempDir Path empty) throws IOException {
    Judged judged = Judged.at(empty);
    assertThat(judged.exit()).isEqualTo(3);
    assertThat(judged.reasons())
        .containsExactly(
            "run directory: the directory holds no run.json, planned.json or environment.json; run"
                + " mvn verify first or name another directory.");
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

  private static Case bent(String name, String sentence, Bend bend) {
    return new Case(name, 3, sentence, bend, run -> {});
  }

  private static Case inconclusive(String name, String sentence, Bend bend) {
    return bent(name, sentence, bend);
  }

  private static Case broken(String name, String sentence, Bend bend) {
    return new Case(name, 2, sentence, bend, run -> {});
  }

  private static Case spoilt(String name, String sentence, Spoil spoil) {
    return new Case(name, 3, sentence, fixture -> {}, spoil);
  }

  private static Spoil delete(String file) {
    return run -> Files.delete(run.resolve(file));
  }

  private static Spoil cut(String file, int length) {
    return run ->
        Files.writeString(
            run.resolve(file), Files.readString(run.resolve(file)).substring(0, length));
  }

  private static ObjectNode outcome(RunFixture f, String test, String configuration, int index) {
    return (ObjectNode) f.result(test, configuration).get("outcomes").get(index);
  }

  private static ObjectNode metric(RunFixture f) {
    return (ObjectNode) f.price(TRIAL).get("primaryMetric");
  }

  private static ObjectNode profile(RunFixture f) {
    return (ObjectNode) f.trials.get(TRIAL).get("profile");
  }

  private static ObjectNode stray(RunFixture f) {
    return f.result(ATOMIC, "C1").deepCopy().put("test", "dev.Stray");
  }

  private static int index(RunFixture f, String id) {
    for (int i = 0; i < f.list("trials").size(); i++) {
      if (f.list("trials").get(i).get("id").stringValue().equals(id)) {
        return i;
      }
    }
    throw new IllegalArgumentException(id);
  }

  private static void fail(RunFixture f, String kind, String message) {
    fail(f, TRIAL, kind, message);
  }

  private static void fail(RunFixture f, String id, String kind, String message) {
    ObjectNode trial = f.trials.get(id).put("status", "FAILED").putNull("profile");
    trial.putObject("failure").put("kind", kind).put("message", message);
  }
}
