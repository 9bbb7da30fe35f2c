/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.core.counter.CounterKind;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.jmh.counter.CounterCost;
import dev.lockstep.jmh.executor.OpenLoop;
import dev.lockstep.jmh.profile.Flames;
import dev.lockstep.jmh.profile.Graph;
import dev.lockstep.jmh.profile.Profiling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real forks of fixture benchmarks: what the run makes of each way to end. */
@Timeout(300)
@Tag("gate")
class ForkRunnerTest {

  private static final Series SHORT = new Series(1, 2, 20);

  private static final ForkRunner FORKS = new ForkRunner(List.of());

  @TempDir Path directory;

  @Test
  void aSoundForkBringsSeriesAndCosts() {
    ForkRunner.Ended ended = FORKS.score(trial(Fixtures.class, "sound"), 1);
    assertThat(ended).isInstanceOf(ForkRunner.Measured.class);
    TrialRecord.Fork fork = ((ForkRunner.Measured) ended).fork();
    assertThat(fork.warmup()).hasSize(1);
    assertThat(fork.measurement()).hasSize(2).allMatch(score -> score > 0);
    assertThat(fork.unit()).isEqualTo("ns/op");
    assertThat(fork.cpuNanosPerOp()).isPositive();
    assertThat(fork.bytesPerOp()).isNotNull();
    assertThat(fork.divisionNanosAlone()).isBetween(0.01, 100.0);
    assertThat(fork.divisionNanosTogether()).isBetween(0.01, 100.0);
  }

  @Test
  void aForkInSampleModeBringsPercentilesAndFairness() {
    Series series = new Series(1, 3, 50);
    Trial mean =
        Trial.of(CounterCost.class, "increment", CounterKind.ATOMIC)
            .with("kind", "ATOMIC")
            .on(2)
            .timed("avgt", "ns/op", 1, series);
    Trial sample = mean.timed("sample", "ns/op", 1, series).as(Trial.Role.LATENCY);
    TrialRecord.Fork fork = ((ForkRunner.Measured) FORKS.score(sample, 1)).fork();
    TrialRecord.Latency latency = fork.latency();
    assertThat(latency.samples()).isGreaterThan(100);
    assertThat(latency.p50()).isPositive().isLessThanOrEqualTo(latency.p99());
    assertThat(latency.p999()).isBetween(latency.p99(), latency.max());
    assertThat(latency.unit()).isEqualTo(fork.unit()).isEqualTo("ns/op");
    if (latency.fairness() != null) { // on a busy machine no iteration may tell
      assertThat(latency.fairness()).allMatch(share -> share >= 0 && share <= 1);
    }
    assertThat(latency.asked()).isNull();
    assertThat(((ForkRunner.Measured) FORKS.score(mean, 1)).fork().latency())
        .as("a mean is disturbed by no count")
        .isNull();
  }

  @Test
  void anOpenLoopBringsItsRates() {
    Trial trial =
        Trial.of(OpenLoop.class, "queue", QueueKind.CLOSABLE)
            .with("kind", "CLOSABLE")
            .with("rate", "1000")
            .with("arrivals", "50")
            .with("workers", "1")
            .timed("ss", "ms/op", 1, new Series(1, 2, 0))
            .as(Trial.Role.OPEN_LOOP);
    TrialRecord.Latency latency = ((ForkRunner.Measured) FORKS.score(trial, 1)).fork().latency();
    assertThat(latency.samples()).isBetween(1L, 100L);
    assertThat(latency.unit()).isEqualTo("us/op");
    assertThat(latency.asked()).isEqualTo(1_000);
    assertThat(latency.kept()).hasSize(2);
    assertThat(latency.fairness()).isNull();
  }

  /** Checks take far more than the operation, and are no part of what it costs. */
  @Test
  void whatACheckTakesIsNoPrice() {
    Series series = new Series(3, 3, 300);
    Trial beside = trial(Fixtures.Marked.class, "add").timed("avgt", "ns/op", 1, series);
    Trial within = trial(Fixtures.Unmarked.class, "add").timed("avgt", "ns/op", 1, series);
    assertThat(cpu(beside)).isLessThan(Fixtures.CHECK_NANOS / 2.0);
    assertThat(cpu(within)).as("the same, not said").isGreaterThan(Fixtures.CHECK_NANOS);
  }

  private static double cpu(Trial trial) {
    return ((ForkRunner.Measured) FORKS.score(trial, 1)).fork().cpuNanosPerOp();
  }

  @Test
  void whereLoadingClassesIsMeasuredThereIsNoArchive() {
    Trial warm = trial(Fixtures.class, "sound");
    ForkRunner forks = new ForkRunner(List.of(), directory.resolve("classes.jsa"));
    assertThat(archive(forks, warm)).containsExactly(true, true);
    assertThat(archive(forks, warm.as(Trial.Role.COLD))).containsExactly(false, false);
    assertThat(archive(FORKS, warm)).containsExactly(false, false);
  }

  /** What the record says, and what the JVM was told. */
  private static List<Boolean> archive(ForkRunner forks, Trial trial) {
    ForkRunner.Measured measured = (ForkRunner.Measured) forks.score(trial, 1);
    return List.of(
        measured.fork().archive(),
        measured.result().getParams().getJvmArgs().stream()
            .anyMatch(argument -> argument.startsWith("-XX:SharedArchiveFile=")));
  }

  @Test
  void withoutAnArchiveForksStartAsEver() {
    Path archive = directory.resolve("classes.jsa");
    assertThat(FORKS.withArchive(archive, trial(Fixtures.class, "throwing"))).isSameAs(FORKS);
  }

  @Test
  void aBenchmarkThatThrowsIsAnErrorWithItsOwnWords() {
    assertThat(failure("throwing"))
        .isEqualTo(
            new TrialRecord.Failure("ERROR", "IllegalArgumentException: this benchmark throws"));
  }

  @Test
  void aWrongAnswerIsNamedAsSuch() {
    ForkRunner.Ended ended = FORKS.score(trial(Fixtures.Wrong.class, "add"), 1);
    assertThat(((ForkRunner.Failed) ended).failure())
        .isEqualTo(new TrialRecord.Failure("WRONG_RESULT", "1 + 1 returned 3 instead of 2"));
  }

  @Test
  void aForkThatIsKilledIsNamedAsSuch() {
    assertThat(failure("killed").kind()).isEqualTo("KILLED");
    assertThat(failure("killed").message()).contains("signal 9");
  }

  @Test
  void aForkThatHangsIsEndedAndShowsItsThreads() {
    Duration limit = Duration.ofSeconds(3);
    ForkRunner.Ended ended = FORKS.score(trial(Fixtures.class, "hanging"), SHORT, 1, limit);
    ForkRunner.Failed failed = (ForkRunner.Failed) ended;
    assertThat(failed.failure().kind()).isEqualTo("KILLED");
    assertThat(failed.failure().message()).startsWith("The fork did not end within 3 s");
    assertThat(failed.said()).contains("Fixtures.hanging");
  }

  @Test
  void aBenchmarkThatIsNotThereIsAnError() {
    assertThat(failure("missing").kind()).isEqualTo("ERROR");
  }

  /** The directory's name holds what async-profiler's options cannot. */
  @Test
  void aProfileForkGivesBothFormsOfEachFlameGraph() throws IOException, InterruptedException {
    Path odd = Files.createDirectory(directory.resolve("a,b%p c"));
    Set<Graph> graphs = EnumSet.allOf(Graph.class);
    Optional<Flames> flames = profile(trial(Fixtures.class, "sound"), graphs, odd);
    if (flames.isPresent()) {
      assertThat(flames.get().engine()).isNotEqualTo("unknown");
      assertThat(flames.get().graphs()).extracting(Flames.Made::graph).containsAll(graphs);
      for (Graph graph : List.of(Graph.CPU, Graph.WALL)) {
        assertThat(odd.resolve("flames").resolve(graph.html())).isNotEmptyFile();
        assertThat(odd.resolve("flames").resolve(graph.collapsed()))
            .content()
            .contains("Fixtures.sound")
            .doesNotContain("ForkedMain.main");
      }
      assertThat(odd.resolve("flames/wall.collapsed")).content().doesNotContain("ReferenceHandler");
    }
  }

  @Test
  void setUpsAndChecksAreInNoFlameGraph() throws IOException, InterruptedException {
    Trial trial = trial(Fixtures.Checked.class, "sound");
    if (profile(trial, EnumSet.of(Graph.CPU, Graph.WALL), directory).isPresent()) {
      for (Graph graph : List.of(Graph.CPU, Graph.WALL)) {
        assertThat(directory.resolve("flames").resolve(graph.collapsed()))
            .content()
            .contains("Checked.sound")
            .doesNotContain("Checked.prepare", "Checked.check");
      }
    }
  }

  /** Empty where the machine cannot profile, which the fork then says, too. */
  private static Optional<Flames> profile(Trial trial, Set<Graph> graphs, Path home)
      throws IOException, InterruptedException {
    Profiling profiling = Profiling.probe("cpu", List.of());
    ForkRunner.Ended ended =
        FORKS.profile(trial, new Series(1, 3, 100), graphs, home, Optional.empty());
    if (!profiling.available()) {
      assertThat(ended).as(profiling.why()).isInstanceOf(ForkRunner.Failed.class);
      return Optional.empty();
    }
    assertThat(ended).isInstanceOf(ForkRunner.Measured.class);
    Flames.Jvm jvm = new Flames.Jvm(home.resolve(trial.id() + ".jfr"), List.of());
    return Optional.of(Flames.convert(List.of(jvm), graphs, home.resolve("flames"), trial.id()));
  }

  private static TrialRecord.Failure failure(String method) {
    return ((ForkRunner.Failed) FORKS.score(trial(Fixtures.class, method), 1)).failure();
  }

  private static Trial trial(Class<?> benchmarks, String method) {
    return Trial.of(benchmarks, method, CounterKind.ATOMIC).timed("avgt", "ns/op", 1, SHORT);
  }
}
