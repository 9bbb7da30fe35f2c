/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.reports.judge.Judge;
import dev.lockstep.reports.report.Claim;
import dev.lockstep.reports.report.Finding;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.report.TimeUnits;
import dev.lockstep.reports.run.JmhResult;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.RunData;
import dev.lockstep.reports.run.RunReader;
import dev.lockstep.reports.run.TrialKey;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs whose truth is known: all trials of the claims about times, with forks drawn by lot. */
@Tag("gate")
class SimulatedClaimsTest {
  private static final int RUNS = 200;
  private static final Set<String> ROLES =
      Set.of("SWEEP", "ROUND_TRIP", "KERNEL", "PIPELINE", "SPAWN");

  /** Some executors stand for all, so that many runs are judged in seconds. */
  private static final Set<String> KINDS =
      Set.of("executor:SERIAL", "executor:FIXED", "executor:PROCESS_POOL", "executor:VIRTUAL");

  /** What would be false if all trials really took the same time. */
  private static final Set<String> FALSE =
      Set.of(
          "no-speedup REFUTED",
          "slower-than-serial HOLDS",
          "workers-equal-cores REFUTED",
          "no-speedup-locked REFUTED",
          "slower-locked HOLDS",
          "processes-speedup HOLDS",
          "processes-escape-lock HOLDS",
          "threads-cost HOLDS",
          "c-is-faster HOLDS",
          "c-is-fastest HOLDS",
          "c-is-fastest REFUTED",
          "algorithm-beats-parallelism HOLDS",
          "algorithm-beats-parallelism REFUTED",
          "pipelines-suit-waiting HOLDS",
          "coroutine-start REFUTED",
          "thread-start HOLDS");

  @TempDir private static Path sweptHome;
  @TempDir private static Path pipedHome;
  private static RunData swept;
  private static final Map<String, Plan.Trial> TRIALS = new LinkedHashMap<>();

  @BeforeAll
  static void plan() throws IOException {
    swept = RunReader.read(RunFixture.swept(2).write(sweptHome));
    RunData piped = RunReader.read(RunFixture.piped().write(pipedHome));
    for (RunData each : List.of(swept, piped)) {
      for (Plan.Trial trial : each.plan().trials()) {
        boolean compared = trial.role() != null && ROLES.contains(trial.role());
        boolean swept = trial.workload() == null || KINDS.contains(trial.construct());
        boolean closable = !trial.is("PIPELINE") || trial.construct().equals("queue:CLOSABLE");
        if (compared && swept && closable) {
          TRIALS.putIfAbsent(trial.id(), trial);
        }
      }
    }
  }

  /**
   * Forks that differ by a factor of twenty tell nothing: beside that, every line lies where the
   * truth lies. About one run in twenty may claim anything at all.
   */
  @Test
  void noiseIsNotTakenForAnything() {
    Random lots = new Random(7);
    int wrong = 0;
    int asked = 0;
    int found = 0;
    for (int run = 0; run < RUNS; run++) {
      Report report = judge(lots, 3, 3, trial -> 1);
      found += found(report).isEmpty() ? 0 : 1;
      Map<String, Claim> claims = byId(report);
      asked += (int) claims.values().stream().filter(claim -> claim.chance() != null).count();
      wrong += verdicts(claims).isEmpty() ? 0 : 1;
    }
    assertThat(asked / RUNS).isGreaterThanOrEqualTo(14);
    assertThat(wrong / (double) RUNS).isLessThanOrEqualTo(0.06);
    assertThat(found / (double) RUNS)
        .as("runs whose sections say anything")
        .isLessThanOrEqualTo(0.06);
  }

  /** One kind that takes twice as long is found, and hardly anything else is said. */
  @Test
  void theSlowOneIsFoundAndNoOther() {
    Random lots = new Random(11);
    int others = 0;
    for (int run = 0; run < 50; run++) {
      Report report =
          judge(lots, 8, 0.1, trial -> "unit:PLATFORM".equals(trial.construct()) ? 2 : 1);
      List<String> found = found(report);
      assertThat(found)
          .anyMatch(each -> each.matches("What starting costs: .*PLATFORM [12].* times POOLED.*"));
      others += (int) found.stream().filter(each -> !each.contains("PLATFORM")).count();
    }
    assertThat(others).as("sentences about those that are all the same").isLessThan(15);
  }

  /** Where some claims are true, no more than one in twenty of what is said is false. */
  @Test
  void whatIsSaidBesideTheTruthIsRarelyFalse() {
    Random lots = new Random(8);
    double share = 0;
    for (int run = 0; run < RUNS; run++) {
      List<String> said = verdicts(claims(lots, 4, 0.02, trial -> 1));
      assertThat(said).hasSizeGreaterThan(5);
      share += said.stream().filter(FALSE::contains).count() / (double) said.size();
    }
    assertThat(share / RUNS).isLessThanOrEqualTo(0.05);
  }

  @Test
  void whatIsTwiceAsFastIsSaidToBe() {
    Random lots = new Random(9);
    for (int run = 0; run < 50; run++) {
      Map<String, Claim> claims = claims(lots, 8, 0.1, SimulatedClaimsTest::half);
      assertThat(claims.get("no-speedup").verdict()).isEqualTo("REFUTED");
      assertThat(claims.get("slower-than-serial").verdict()).isEqualTo("REFUTED");
    }
  }

  /** Few forks that differ much leave it open, and say how many would do. */
  @Test
  void fewForksSayHowManyItTakes() {
    Random lots = new Random(10);
    int open = 0;
    for (int run = 0; run < 50; run++) {
      Claim claim = claims(lots, 3, 0.3, SimulatedClaimsTest::half).get("no-speedup");
      assertThat(claim.verdict()).isNotEqualTo("HOLDS");
      open += claim.verdict().equals("UNDECIDED") && claim.why().contains("it takes") ? 1 : 0;
    }
    assertThat(open).isGreaterThan(25);
  }

  /** FIXED on several workers takes half the time of everything else. */
  private static double half(Plan.Trial trial) {
    boolean several = trial.workers() != null && trial.workers() > 1;
    return several && "executor:FIXED".equals(trial.construct()) ? 0.5 : 1;
  }

  private static List<String> verdicts(Map<String, Claim> claims) {
    List<String> verdicts = new ArrayList<>();
    for (Claim claim : claims.values()) {
      if (!claim.verdict().equals("UNDECIDED")) {
        verdicts.add(claim.id() + " " + claim.verdict());
      }
    }
    return verdicts;
  }

  private static Map<String, Claim> claims(
      Random lots, int forks, double noise, ToDoubleFunction<Plan.Trial> millis) {
    return byId(judge(lots, forks, noise, millis));
  }

  private static Map<String, Claim> byId(Report report) {
    Map<String, Claim> claims = new LinkedHashMap<>();
    report.claims().forEach(claim -> claims.put(claim.id(), claim));
    return claims;
  }

  /** Returns what the sections say. */
  private static List<String> found(Report report) {
    return report.sections().stream()
        .flatMap(section -> section.findings().stream())
        .map(Finding::sentence)
        .filter(sentence -> !sentence.isEmpty())
        .toList();
  }

  /** Judges a run in which every trial takes so many milliseconds, give or take a share. */
  private static Report judge(
      Random lots, int forks, double noise, ToDoubleFunction<Plan.Trial> millis) {
    Map<TrialKey, JmhResult> prices = new HashMap<>();
    for (Plan.Trial trial : TRIALS.values()) {
      List<List<Double>> raw = new ArrayList<>();
      double unit = 1e6 / TimeUnits.nanosPer(trial.unit());
      for (int fork = 0; fork < forks; fork++) {
        double luck = StrictMath.exp(noise * lots.nextGaussian());
        raw.add(List.of(millis.applyAsDouble(trial) * unit * luck));
      }
      prices.put(
          trial.key(),
          new JmhResult(
              trial.key(),
              raw.get(0).get(0),
              trial.unit(),
              raw,
              List.of(),
              List.of(),
              Map.of(),
              null));
    }
    Plan plan =
        new Plan(
            "quick",
            true,
            2,
            swept.plan().constructs(),
            List.of(),
            List.copyOf(TRIALS.values()),
            List.of(),
            List.of(),
            false,
            List.of());
    RunData data =
        new RunData(
            swept.run(),
            swept.environment(),
            plan,
            List.of(),
            Set.of(),
            List.of(),
            prices,
            Set.of(),
            Map.of(),
            Set.of(),
            RunData.Models.NONE,
            null,
            Map.of(),
            List.of());
    return Judge.judge(data);
  }
}
