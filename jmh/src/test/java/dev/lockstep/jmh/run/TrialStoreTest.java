/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.core.counter.CounterKind;
import dev.lockstep.jmh.counter.CounterCost;
import dev.lockstep.run.Budget;
import dev.lockstep.run.Code;
import dev.lockstep.run.Json;
import dev.lockstep.run.Plan;
import dev.lockstep.run.Progress;
import dev.lockstep.run.RunDirectory;
import dev.lockstep.run.RunRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openjdk.jmh.results.BenchmarkResult;

@Tag("gate")
class TrialStoreTest {

  private static final Trial TRIAL =
      Trial.of(Fixtures.class, "sound", CounterKind.ATOMIC)
          .timed("avgt", "ns/op", 2, new Series(1, 3, 10));

  @TempDir Path root;

  @Test
  void joinsTheForksInJmhsOwnFormat() throws IOException {
    try (RunDirectory directory = open()) {
      TrialStore store = new TrialStore(directory);
      for (int fork = 1; fork <= TRIAL.forks(); fork++) {
        store.keep(TRIAL, fork, (ForkRunner.Measured) new ForkRunner(List.of()).score(TRIAL, fork));
      }
      store.publish(List.of(TRIAL), "1m");
    }
    Object[] results = Json.read(root.resolve("jmh.json"), Object[].class);
    assertThat(results).hasSize(1);
    assertThat(results[0])
        .hasFieldOrPropertyWithValue("forks", 2)
        .extracting("primaryMetric.rawData")
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .hasSize(2)
        .allSatisfy(fork -> assertThat((List<?>) fork).hasSize(3));
  }

  /** All that is written of samples is how often each value was seen. */
  @Test
  void theSamplesOfAForkAreWrittenAsOfOneIteration() throws IOException {
    Trial sample =
        Trial.of(CounterCost.class, "increment", CounterKind.ATOMIC)
            .with("kind", "ATOMIC")
            .on(2)
            .timed("sample", "ns/op", 2, new Series(0, 3, 20))
            .as(Trial.Role.LATENCY);
    long samples = 0;
    try (RunDirectory directory = open()) {
      TrialStore store = new TrialStore(directory);
      for (int fork = 1; fork <= sample.forks(); fork++) {
        ForkRunner.Measured measured =
            (ForkRunner.Measured) new ForkRunner(List.of()).score(sample, fork);
        store.keep(sample, fork, measured);
        samples += measured.fork().latency().samples();
      }
      store.publish(List.of(sample), "1m");
    }
    Entry entry = Json.read(root.resolve("jmh.json"), Entry[].class)[0];
    assertThat(entry.mode()).isEqualTo("sample");
    List<List<List<List<Double>>>> forks = entry.primaryMetric().rawDataHistogram();
    assertThat(forks).hasSize(2).allSatisfy(fork -> assertThat(fork).hasSize(1));
    double seen =
        forks.stream().flatMap(fork -> fork.getFirst().stream()).mapToDouble(List::getLast).sum();
    assertThat(seen).isEqualTo((double) samples);
  }

  private record Entry(String mode, Metric primaryMetric) {}

  private record Metric(List<List<List<List<Double>>>> rawDataHistogram) {}

  @Test
  void trialsThatDifferInAParameterStayApart() throws IOException {
    Trial one =
        Trial.of(Fixtures.Parameterized.class, "twice", CounterKind.ATOMIC)
            .timed("avgt", "ns/op", 1, new Series(0, 1, 10));
    List<Trial> trials = List.of(one.with("n", "1"), one.with("n", "2"));
    try (RunDirectory directory = open()) {
      TrialStore store = new TrialStore(directory);
      for (Trial trial : trials) {
        store.keep(trial, 1, (ForkRunner.Measured) new ForkRunner(List.of()).score(trial, 1));
      }
      store.publish(trials, "1m");
    }
    assertThat(Json.read(root.resolve("jmh.json"), Object[].class))
        .extracting("params.n")
        .containsExactly("1", "2");
  }

  @Test
  void aForkThatWasCutShortIsAsGoodAsNotRun() throws IOException {
    try (RunDirectory directory = open()) {
      TrialStore store = new TrialStore(directory);
      store.keep(TRIAL, 1, (ForkRunner.Measured) new ForkRunner(List.of()).score(TRIAL, 1));
      assertThat(new TrialStore(directory).nextFork(TRIAL)).isEqualTo(2);
      Path kept = root.resolve("trials").resolve(TRIAL.id()).resolve("fork-1.ser");
      byte[] bytes = Files.readAllBytes(kept);
      Files.write(kept, java.util.Arrays.copyOf(bytes, bytes.length / 2));
      assertThat(new TrialStore(directory).nextFork(TRIAL)).isEqualTo(1);
    }
  }

  @Test
  void aDisturbedForkIsKeptAndDoesNotCountOnceThereAreEnoughOthers() throws IOException {
    ForkRunner.Measured quiet = (ForkRunner.Measured) new ForkRunner(List.of()).score(TRIAL, 1);
    try (RunDirectory directory = open()) {
      TrialStore store = new TrialStore(directory);
      keep(store, quiet, 1, "the hypervisor took 12 % of the CPU time");
      keep(store, quiet, 2, null);
      assertThat(store.forks(TRIAL)).extracting(TrialRecord.Fork::counts).containsOnly(true);
      keep(store, quiet, 3, null);
      store.publish(List.of(TRIAL), "1m");
    }
    TrialRecord record =
        Json.read(root.resolve("trials/" + TRIAL.id() + ".json"), TrialRecord.class);
    assertThat(record.forks())
        .extracting(TrialRecord.Fork::counts)
        .containsExactly(false, true, true);
    assertThat(Json.read(root.resolve("jmh.json"), Object[].class)[0])
        .hasFieldOrPropertyWithValue("forks", 2);
  }

  @Test
  void aForkThatWasStillWarmingDoesNotCountEither() throws IOException {
    ForkRunner.Measured quiet = (ForkRunner.Measured) new ForkRunner(List.of()).score(TRIAL, 1);
    ForkRunner.Measured warming =
        new ForkRunner.Measured(quiet.result(), Forks.of(List.of(9.0), List.of(1.0), true, null));
    try (RunDirectory directory = open()) {
      TrialStore store = new TrialStore(directory);
      store.keep(TRIAL, 1, warming);
      store.keep(TRIAL, 2, quiet);
      assertThat(store.forks(TRIAL)).extracting(TrialRecord.Fork::counts).containsOnly(true);
      store.keep(TRIAL, 3, quiet);
      assertThat(store.forks(TRIAL))
          .extracting(TrialRecord.Fork::counts)
          .containsExactly(false, true, true);
    }
  }

  /** Its own forks cannot tell: the first of this trial were all slow. */
  @Test
  void slowCpusAreKnownByTheForksOfOtherTrials() throws IOException {
    BenchmarkResult result =
        ((ForkRunner.Measured) new ForkRunner(List.of()).score(TRIAL, 1)).result();
    ForkRunner.Measured slow = new ForkRunner.Measured(result, Forks.divided(10, 10, 3.0, 3.0));
    ForkRunner.Measured usual = new ForkRunner.Measured(result, Forks.divided(10, 10, 2.0, 2.0));
    try (RunDirectory directory = open()) {
      TrialStore store = new TrialStore(directory);
      store.keep(TRIAL, 1, slow);
      store.keep(TRIAL, 2, slow);
      assertThat(store.forks(TRIAL.with("n", "1"))).isEmpty();
      assertThat(store.forks(TRIAL)).allMatch(TrialRecord.Fork::isSound);
      store.keep(TRIAL.with("n", "1"), 1, usual);
      assertThat(store.forks(TRIAL)).noneMatch(TrialRecord.Fork::isSound);
      TrialStore again = new TrialStore(directory);
      again.forks(TRIAL.with("n", "1"));
      assertThat(again.forks(TRIAL)).as("read back").noneMatch(TrialRecord.Fork::isSound);
    }
  }

  @Test
  void noEventsAreCountedOnceTheTimeIsOver() throws IOException {
    ForkRunner forks = new ForkRunner(List.of());
    HardwarePass pass = HardwarePass.of(trial -> true, List.of(TRIAL), () -> {});
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    try (RunDirectory directory = open()) {
      TrialStore store = new TrialStore(directory);
      store.keep(TRIAL, 1, (ForkRunner.Measured) forks.score(TRIAL, 1));
      store.keep(TRIAL, 2, (ForkRunner.Measured) forks.score(TRIAL, 2));
      Progress progress = Progress.on(new PrintStream(said, true, UTF_8), 1, Duration.ZERO);
      pass.run(List.of(TRIAL), store, forks, progress, () -> false);
      assertThat(pass.owes(TRIAL, store)).isTrue();
    }
    assertThat(said.toString(UTF_8)).contains("did not pay for the processor's events of 1 trials");
  }

  private static void keep(
      TrialStore store, ForkRunner.Measured measured, int number, String disturbed) {
    store.keep(
        TRIAL,
        number,
        new ForkRunner.Measured(measured.result(), measured.fork().disturbed(disturbed)));
  }

  @Test
  void aFailureIsPublishedAndCostsNoOtherTrial() throws IOException {
    try (RunDirectory directory = open()) {
      TrialStore store = new TrialStore(directory);
      store.keep(TRIAL, new TrialRecord.Failure("ERROR", "it threw"), "the log");
      store.publish(List.of(TRIAL), "1m");
    }
    TrialRecord record =
        Json.read(root.resolve("trials/" + TRIAL.id() + ".json"), TrialRecord.class);
    assertThat(record.status()).isEqualTo("FAILED");
    assertThat(record.failure().message()).isEqualTo("it threw");
    assertThat(Json.read(root.resolve("jmh.json"), Object[].class)).isEmpty();
  }

  @Test
  void aRunThatGoesOnForgetsWhoWasKilled() throws IOException {
    try (RunDirectory directory = open()) {
      TrialStore store = new TrialStore(directory);
      store.keep(TRIAL, new TrialRecord.Failure("KILLED", "by signal 9"), "the log");
      store.forgetKilled(List.of(TRIAL));
      assertThat(store.failure(TRIAL)).isEmpty();
      store.keep(TRIAL, new TrialRecord.Failure("ERROR", "it threw"), "the log");
      store.forgetKilled(List.of(TRIAL));
      assertThat(store.failure(TRIAL)).isPresent();
    }
  }

  @Test
  void forksThatMakeNoPriceAreKeptAllTheSame() throws IOException {
    try (RunDirectory directory = open()) {
      TrialStore store = new TrialStore(directory);
      store.keep(TRIAL, 1, (ForkRunner.Measured) new ForkRunner(List.of()).score(TRIAL, 1));
      assertThat(store.hasPrice(TRIAL)).isFalse();
      store.publish(List.of(TRIAL), "1m");
      assertThat(store.failure(TRIAL)).as("a run that goes on adds to them").isEmpty();
    }
    TrialRecord record =
        Json.read(root.resolve("trials/" + TRIAL.id() + ".json"), TrialRecord.class);
    assertThat(record.failure())
        .isEqualTo(
            new TrialRecord.Failure(
                "BUDGET",
                "1 of 2 forks were measured, and the budget of 1m paid for no more: give more with"
                    + " -Dbudget."));
    assertThat(record.forks()).hasSize(1);
    assertThat(Json.read(root.resolve("jmh.json"), Object[].class)).hasSize(1);
  }

  private RunDirectory open() {
    return RunDirectory.open(
        new RunRequest(Plan.QUICK, root, false, Budget.NONE, true, false),
        new Code("abc", false, ""),
        "jmh",
        "jar",
        List.of());
  }
}
