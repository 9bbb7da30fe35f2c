/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The whole sweep of a model whose figures are known: what is derived gives them back. */
@Tag("gate")
class SweptRunTest {
  private static final Offset<Double> EXACTLY = within(1e-9);
  // Fork f measures (1 + f/100) times the model, the baseline as well.
  private static final double MEAN_FORK = 1.01;

  @TempDir private static Path small;
  @TempDir private static Path large;
  private static Judged two;
  private static Judged eight;

  @BeforeAll
  static void judge() throws IOException {
    two = Judged.of(RunFixture.swept(2), small);
    eight = Judged.of(RunFixture.swept(8), large);
  }

  @Test
  void passesWithoutAProofOfWhatIsPure() throws IOException {
    assertThat(two.reasons()).isEmpty();
    assertThat(two.exit()).isZero();
    assertThat(eight.exit()).isZero();
    assertThat(two.find("prices", "trial", "KernelCost.call-kind=LOOP").get("proof").stringValue())
        .isEqualTo("PURE");
  }

  @Test
  void keepsLocksAndChunksOutOfThePlainSweep() throws IOException {
    for (JsonNode sweep : two.report().get("sweeps")) {
      for (JsonNode point : sweep.get("points")) {
        assertThat(point.get("trial").stringValue()).endsWith("-lock=NONE-chunk=1");
      }
    }
    assertThat(sweep(two, "GCD_SEED", "FIXED").get("points").size()).isEqualTo(5);
  }

  @Test
  void tellsWhatAPointCost() throws IOException {
    JsonNode point = sweep(two, "GCD_SEED", "PROCESS_POOL").get("points").get(1);
    JsonNode cost = point.get("cost");
    double cpu = 10 * (1.004 + 0.001 * 5) + 9_000 * 4 / 1e6;
    assertThat(cost.get("cpu").doubleValue()).isCloseTo(cpu * 1e6, within(1e-3));
    assertThat(cost.get("inflation").doubleValue()).isEqualTo(cpu / 10, EXACTLY);
    double wall = point.get("score").doubleValue();
    assertThat(cost.get("utilisation").doubleValue()).isEqualTo(cpu / (2 * wall), EXACTLY);
    assertThat(cost.get("bytes").doubleValue()).isEqualTo(1080, EXACTLY);
    assertThat(cost.get("bytesPerTask").doubleValue()).isEqualTo(270, EXACTLY);
    assertThat(cost.get("voluntarySwitches").doubleValue()).isEqualTo(2.04, EXACTLY);
    assertThat(cost.get("involuntarySwitches").doubleValue()).isEqualTo(0.4, EXACTLY);
    double speedup = point.get("speedup").doubleValue();
    assertThat(point.get("karpFlatt").doubleValue()).isEqualTo(2 / speedup - 1, EXACTLY);
    assertThat(sweep(two, "GCD_SEED", "FIXED").get("points").get(2).get("karpFlatt").isNull())
        .isTrue();
  }

  /** Of ten milliseconds; the finest list has a hundred thousand tasks. */
  @Test
  void setsTheBareLoopBesideItsBaseline() throws IOException {
    JsonNode raw = sweep(two, "GRAIN_6", "SERIAL").get("raw");
    double speedup = 10 / (10 - SweepFixture.WRAPPER * 131_072 / 1e6);
    assertThat(raw.get("speedup").get("value").doubleValue()).isEqualTo(speedup, EXACTLY);
    assertThat(raw.get("baselineAdds").doubleValue())
        .isCloseTo(SweepFixture.WRAPPER * MEAN_FORK, withinPercentage(2));
    assertThat(raw.get("interval").get(0).doubleValue())
        .isLessThan(raw.get("baselineAdds").doubleValue());
    assertThat(raw.get("trial").stringValue()).isEqualTo("RawLoop.run-workload=GRAIN_6");
    for (JsonNode sweep : two.report().get("sweeps")) {
      assertThat(sweep.get("raw").isNull())
          .as(sweep.get("kind").stringValue())
          .isEqualTo(
              !sweep.get("baseline").booleanValue()
                  || sweep.get("workload").stringValue().startsWith("AMDAHL"));
    }
  }

  @Test
  void recoversTheSerialFractionThatIsKnown() throws IOException {
    for (int share : new int[] {0, 5, 25, 50, 100}) {
      JsonNode fit = sweep(eight, "AMDAHL_" + share, "FIXED").get("fit");
      assertThat(fit.get("status").stringValue()).isEqualTo("FITTED");
      assertThat(fit.get("points").intValue()).isEqualTo(5);
      assertThat(fit.get("known").doubleValue()).isEqualTo(share / 100.0);
      assertThat(fit.get("amdahl").get("serialFraction").doubleValue())
          .isCloseTo(share / 100.0, within(0.001));
      assertThat(fit.get("recovered").booleanValue()).isTrue();
    }
  }

  @Test
  void saysSoIfTheFractionIsNotRecovered(@TempDir Path other) throws IOException {
    RunFixture fixture = RunFixture.swept(8);
    for (JsonNode trial : fixture.list("trials")) {
      if ("AMDAHL_0".equals(trial.get("workload").asString(null))) {
        ((ObjectNode) trial).put("workload", "AMDAHL_25");
      } else if ("AMDAHL_25".equals(trial.get("workload").asString(null))) {
        ((ObjectNode) trial).put("workload", "AMDAHL_0");
      }
    }
    JsonNode fit = sweep(Judged.of(fixture, other), "AMDAHL_25", "FIXED").get("fit");
    assertThat(fit.get("recovered").booleanValue()).isFalse();
    assertThat(fit.get("why").stringValue()).contains("more than 0.05 away from the 25.0 %");
  }

  @Test
  void fitsNothingOnTwoCores() throws IOException {
    JsonNode fit = sweep(two, "GCD_SEED", "FIXED").get("fit");
    assertThat(fit.get("status").stringValue()).isEqualTo("NOT_ENOUGH_CORES");
    assertThat(fit.get("points").intValue()).isEqualTo(2);
    assertThat(fit.get("amdahl").isNull()).isTrue();
    assertThat(sweep(eight, "GCD_SEED", "FIXED").get("fit").get("usl").isNull()).isFalse();
  }

  @Test
  void findsTheOverheadOfATask() throws IOException {
    SweepFixture.OVERHEAD.forEach(
        (kind, overhead) -> {
          if (overhead > 0) {
            JsonNode grain = kind(two, kind).get("grain");
            assertThat(grain.get("points").intValue()).isEqualTo(6);
            assertThat(grain.get("overheadNanos").doubleValue())
                .as(kind)
                .isCloseTo(overhead * MEAN_FORK, withinPercentage(1));
            assertThat(grain.get("interval").get(0).doubleValue())
                .isLessThan(overhead)
                .isPositive();
          }
        });
    assertThat(kind(two, "SERIAL").get("grain").isNull()).isTrue();
    // On eight cores the four tasks of the coarsest workload leave half of them idle.
    assertThat(kind(eight, "FIXED").get("grain").get("overheadNanos").doubleValue())
        .isCloseTo(240 * MEAN_FORK, withinPercentage(1));
  }

  @Test
  void findsTheGrainThatPays() {
    // FIXED: 240 ns a task; half of the bound where a task's work takes as long.
    double half = kind(two, "FIXED").get("grain").get("half").get("steps").doubleValue();
    double work = half * 10e6 / (1 << 23);
    assertThat(work).isBetween(200.0, 280.0);
    assertThat(kind(two, "FIXED").get("grain").get("nine").get("where").stringValue())
        .isEqualTo("AT");
    JsonNode stream = kind(two, "PARALLEL_STREAM").get("grain").get("half");
    assertThat(stream.get("where").stringValue()).isEqualTo("BELOW");
    assertThat(stream.get("steps").doubleValue()).isEqualTo(64);
  }

  @Test
  void comparesColdWithWarm() {
    JsonNode cold = kind(two, "FIXED").get("cold").get(0);
    double warm = cold.get("warm").get("value").doubleValue();
    assertThat(cold.get("ratio").get("value").doubleValue())
        .isCloseTo(31 * MEAN_FORK / warm, withinPercentage(0.1));
    assertThat(cold.get("ratio").get("interval").isNull()).isFalse();
    assertThat(kind(two, "PROCESS_POOL").get("openings").size()).isEqualTo(2);
    assertThat(kind(two, "FIXED").get("roundTrips").get(0).get("unit").stringValue())
        .isEqualTo("us/op");
  }

  @Test
  void setsALockBesideNone() throws IOException {
    JsonNode locks = two.section("settings").get("tables").get(0);
    assertThat(locks.get("columns").findValuesAsString("title"))
        .containsExactly("lock FAIR_SLICE", "lock NONE", "lock PER_TASK", "lock STRIPED");
    assertThat(locks.get("rows").findValuesAsString("name"))
        .contains("FIXED, GCD_SEED, 2 workers", "PROCESS_POOL, GCD_SEED, 2 workers");
    JsonNode chunks = two.section("settings").get("tables").get(1);
    assertThat(chunks.get("columns").findValuesAsString("title"))
        .containsExactly("chunk 1", "chunk 4", "chunk 128");
    assertThat(two.found("settings", "locks"))
        .contains("FIXED, FAIR_SLICE, GCD_SEED, 2 workers 2.0", "] times that without");
  }

  @Test
  void explainsTheBest() throws IOException {
    JsonNode best = two.report().get("executors").get("best");
    assertThat(best.size()).isEqualTo(4);
    assertThat(best.get(0).get("split").booleanValue()).isFalse();
    assertThat(best.get(1).get("kind").stringValue()).isEqualTo("FORK_JOIN_SPLIT");
    assertThat(best.get(1).get("share").doubleValue()).isGreaterThan(0.99);
    assertThat(best.get(0).get("kind").stringValue()).isEqualTo("VIRTUAL");
    assertThat(best.get(0).get("alike").toString()).contains("FIXED", "PROCESS_POOL");
    String told = best.get(0).get("sentences").toString();
    assertThat(told)
        .contains("Best executor: ", "of the makespan bound 1.87×")
        .contains("Of the time of the 2 cores 92.", " went into the work that SERIAL does, ")
        .contains("% was idle; the best schedule of these tasks leaves 6.6 % idle.")
        .contains("Of 1,000 samples of CPU time 95.0 % are in the kernel's loop, 1.0 % in the")
        .contains("1.5 % in the JVM", "2.0 % in the operating system, 0.5 % in the harness");
  }

  @Test
  void aFlameGraphWithoutTheWorkersIsNotTakenForAll(@TempDir Path other) throws IOException {
    RunFixture fixture = RunFixture.swept(2);
    fixture.trials.forEach(
        (id, trial) -> {
          if (id.contains("workload=GCD_SEED-workers=2-")) {
            for (JsonNode fork : trial.get("forks")) {
              ((ObjectNode) fork).put("childCpuNanosPerOp", 9.0e6).put("cpuNanosPerOp", 1.0e6);
            }
          }
        });
    JsonNode best = Judged.of(fixture, other).report().get("executors").get("best").get(0);
    assertThat(best.get("sentences").toString())
        .contains("its worker processes, which took 90.0 % of the CPU time, are not in it");
  }

  @Test
  void comparesKernels() throws IOException {
    JsonNode table = two.section("kernels").get("tables").get(0);
    assertThat(table.get("columns").findValuesAsString("title"))
        .containsExactly("FACTORIZE", "GCD");
    assertThat(table.get("rows").size()).isEqualTo(7);
    assertThat(
            two.cell("kernels", 0, "KernelCost.run-kind=VECTOR-function=GCD")
                .get("notes")
                .toString())
        .contains("10.87× [10.", " LOOP", "87.0 % of divider");
    assertThat(
            two.cell("kernels", 0, "KernelCost.run-kind=ROOT-function=GCD").get("notes").toString())
        .doesNotContain("divider");
    assertThat(two.found("kernels", "engines"))
        .contains("Times as fast as the plain Java loop, GCD: LAZY 0.417 [0.4")
        .contains("VECTOR 10.9 [10.7, 11.0] times");
    assertThat(two.found("kernels", "best-kernel"))
        .contains("Fastest of the kernels that try every number, GCD: VECTOR (929\u00a0µs [")
        .doesNotContain("ROOT");
    assertThat(two.metric("KernelCost.call-kind=LOOP", "time").get("value").doubleValue())
        .isEqualTo(0.909, within(1e-3));
  }

  @Test
  void setsSeedsPythonAndJavaSideBySide() throws IOException {
    JsonNode cpython = two.report().get("cpython");
    assertThat(cpython.get("status").stringValue()).isEqualTo("MEASURED");
    JsonNode processes = cpython.get("rows").get(2);
    assertThat(processes.get("seeds").get(0).get("ratio").doubleValue())
        .isEqualTo(0.693 / 0.209, EXACTLY);
    JsonNode python = processes.get("python");
    assertThat(python.get("seconds").doubleValue()).isBetween(0.25, 0.26);
    assertThat(python.get("interval").get(0).doubleValue()).isBetween(0.20, 0.22);
    assertThat(python.get("interval").get(1).doubleValue()).isBetween(0.30, 0.32);
    assertThat(python.get("ratio").get("value").doubleValue()).isEqualTo(1.6, EXACTLY);
    assertThat(python.get("ratio").get("interval").get(0).doubleValue()).isBetween(1.2, 1.4);
    assertThat(processes.get("warm").get("kind").stringValue()).isEqualTo("PROCESS_POOL");
    assertThat(processes.get("warm").get("ratio").doubleValue()).isBetween(1.8, 1.87);
    assertThat(processes.get("cold").get("seconds").doubleValue())
        .isEqualTo(0.031 * MEAN_FORK, EXACTLY);
    JsonNode trips = cpython.get("roundTrips");
    assertThat(trips.get(0).get("micros").doubleValue()).isEqualTo(101);
    assertThat(trips.get(1).get("who").stringValue()).isEqualTo("PROCESS_POOL");
    assertThat(trips.get(1).get("ofCpython").doubleValue())
        .isEqualTo(13.6 * MEAN_FORK / 101, EXACTLY);
  }

  @Test
  void decidesTheClaimsOfThreadsPoolsAndC() throws IOException {
    assertThat(claim("no-speedup")).isEqualTo("REFUTED");
    assertThat(claim("slower-than-serial")).isEqualTo("REFUTED");
    assertThat(claim("no-speedup-locked")).isEqualTo("HOLDS");
    assertThat(claim("slower-locked")).isEqualTo("HOLDS");
    assertThat(claim("processes-speedup")).isEqualTo("HOLDS");
    assertThat(claim("processes-escape-lock")).isEqualTo("HOLDS");
    assertThat(claim("threads-cost")).isEqualTo("HOLDS");
    assertThat(claim("c-is-faster")).isEqualTo("REFUTED");
    assertThat(claim("c-is-fastest")).isEqualTo("REFUTED");
    assertThat(claim("algorithm-beats-parallelism")).isEqualTo("HOLDS");
    assertThat(two.find("claims", "id", "algorithm-beats-parallelism").get("evidence").toString())
        .contains("GCD: gain of ROOT on one core by that of")
        .contains("and so on for");
    // Its proof is left to the night in this run.
    assertThat(claim("one-line-swap")).isEqualTo("UNDECIDED");
    assertThat(two.find("claims", "id", "processes-escape-lock").get("here").stringValue())
        .isEqualTo("FIXED 0.917–0.995×, PROCESS_POOL 1.67–1.85×");
    JsonNode trials = two.find("claims", "id", "no-speedup-locked").get("trials");
    assertThat(trials.size()).isEqualTo(6); // those of two lists under two locks, and SERIAL
  }

  private static String claim(String id) throws IOException {
    return two.find("claims", "id", id).get("verdict").stringValue();
  }

  private static JsonNode sweep(Judged judged, String workload, String kind) throws IOException {
    for (JsonNode each : judged.report().get("sweeps")) {
      if (each.get("workload").stringValue().equals(workload)
          && each.get("kind").stringValue().equals(kind)) {
        return each;
      }
    }
    throw new IllegalArgumentException(workload + " " + kind);
  }

  private static JsonNode kind(Judged judged, String kind) {
    try {
      for (JsonNode each : judged.report().get("executors").get("kinds")) {
        if (each.get("kind").stringValue().equals(kind)) {
          return each;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalArgumentException(kind);
  }
}
