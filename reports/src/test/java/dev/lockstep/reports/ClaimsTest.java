/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Claims are decided by rule, and left open where the figures do not decide. */
@Tag("gate")
class ClaimsTest {
  @TempDir private Path home;

  @Test
  void decidesOnTheFiguresOfAHealthyRun() throws IOException {
    Judged judged = Judged.of(RunFixture.healthy(), home);
    assertThat(verdict(judged, "unlocked-loses")).isEqualTo("HOLDS");
    assertThat(verdict(judged, "locked-exact")).isEqualTo("HOLDS");
    assertThat(verdict(judged, "barrier")).isEqualTo("HOLDS");
    assertThat(verdict(judged, "no-speedup")).isEqualTo("REFUTED");
    assertThat(verdict(judged, "slower-than-serial")).isEqualTo("REFUTED");
    assertThat(verdict(judged, "workers-equal-cores")).isEqualTo("REFUTED");
    assertThat(judged.find("claims", "id", "unlocked-loses").get("here").stringValue())
        .isEqualTo("463,118 of 500,000");
    assertThat(judged.find("claims", "id", "barrier").get("here").stringValue())
        .isEqualTo("3.3 % of shots without, 100.0 % with");
  }

  @Test
  void aCpuQuotaDecidesNothing(@TempDir Path run) throws IOException {
    RunFixture fixture = RunFixture.swept(2);
    limit(fixture, "start", 2, 10);
    limit(fixture, "end", 2, 10.5);
    assertThat(decided(Judged.of(fixture, run))).isTrue();
    limit(fixture, "end", 2, 12);
    Judged stopped = Judged.of(fixture, run);
    assertThat(decided(stopped)).isFalse();
    assertThat(stopped.text("report.json"))
        .contains("A CPU quota of 2 (a control group) stopped this run for 2 s in all");
    limit(fixture, "end", 1.5, 10);
    limit(fixture, "start", 1.5, 10);
    assertThat(decided(Judged.of(fixture, run))).isFalse();
  }

  @Test
  void aForkThatWasStillWarmingIsNoSideOfAClaimAboutTime(@TempDir Path run) throws IOException {
    RunFixture fixture = RunFixture.healthy();
    Judged warm = Judged.of(fixture, home);
    JsonNode sides = warm.find("claims", "id", "no-speedup").get("trials");
    assertThat(sides.toString()).contains("kind=FIXED", "kind=SERIAL");
    for (JsonNode each : sides) {
      RunFixture other = RunFixture.healthy();
      warming(other, each.stringValue());
      assertThat(verdict(Judged.of(other, run), "no-speedup")).isEqualTo("UNDECIDED");
    }
    String side = sides.get(0).stringValue();
    ObjectNode fork = warming(fixture, side);
    Judged judged = Judged.of(fixture, run);
    assertThat(judged.exit()).isZero();
    assertThat(verdict(judged, "no-speedup")).isEqualTo("UNDECIDED");
    assertThat(judged.find("claims", "id", "no-speedup").get("why").stringValue())
        .isEqualTo(side + " was still warming when it was measured");
    assertThat(verdict(judged, "unlocked-loses")).isEqualTo("HOLDS");
    assertThat(judged.text("report.json"))
        .contains(
            "1 figure is of forks that were still warming when measured, and there are too few"
                + " others: "
                + side);
    fork.put("counts", false);
    assertThat(verdict(Judged.of(fixture, run), "no-speedup")).isEqualTo("REFUTED");
  }

  private static void limit(RunFixture fixture, String when, double cpus, double seconds) {
    ((ObjectNode) fixture.environment.get(when))
        .put("cpuQuota", cpus)
        .put("throttledSeconds", seconds);
  }

  private static boolean decided(Judged judged) throws IOException {
    for (JsonNode claim : judged.report().get("claims")) {
      if (!claim.get("verdict").stringValue().equals("UNDECIDED")) {
        return true;
      }
      assertThat(claim.get("why").stringValue()).isNotEmpty();
    }
    return false;
  }

  @Test
  void smokeIsNoEvidence() throws IOException {
    RunFixture fixture = RunFixture.healthy();
    fixture.planned.put("plan", "smoke").put("evidence", false);
    fixture.run.put("plan", "smoke");
    Judged judged = Judged.of(fixture, home);
    assertThat(judged.exit()).isZero();
    assertThat(judged.report().get("sentence").stringValue())
        .startsWith(
            "smoke: shows whether everything runs; neither its proofs nor its figures are"
                + " evidence. Proofs: 11 of 11");
    for (JsonNode claim : judged.report().get("claims")) {
      assertThat(claim.get("verdict").stringValue()).isEqualTo("UNDECIDED");
      assertThat(claim.get("why").stringValue()).isEqualTo("smoke is not evidence");
    }
  }

  @Test
  void threadsThatAreSlowerThanSerialAreCalledSo() throws IOException {
    RunFixture fixture = RunFixture.healthy();
    scaleFixed(fixture, 2.2);
    Judged judged = Judged.of(fixture, home);
    assertThat(verdict(judged, "no-speedup")).isEqualTo("HOLDS");
    assertThat(verdict(judged, "slower-than-serial")).isEqualTo("HOLDS");
  }

  @Test
  void aWeakSpeedupIsStillOne() throws IOException {
    RunFixture fixture = RunFixture.healthy();
    scaleFixed(fixture, 1.4);
    Judged judged = Judged.of(fixture, home);
    assertThat(verdict(judged, "no-speedup")).isEqualTo("REFUTED");
  }

  @Test
  void oneWorkloadOnEitherSideDecidesNothingAndMoreForksWouldNot() throws IOException {
    RunFixture fixture = RunFixture.healthy();
    scaleFixed(fixture, 1.55);
    Judged judged = Judged.of(fixture, home);
    assertThat(verdict(judged, "no-speedup")).isEqualTo("UNDECIDED");
    assertThat(why(judged, "no-speedup")).endsWith("with however many forks");
  }

  @Test
  void aListWithOneCountOfWorkersLeavesTheChoiceToTheOthers() throws IOException {
    RunFixture fixture = RunFixture.swept(2);
    Judged all = Judged.of(fixture, home.resolve("all"));
    for (JsonNode each : all.find("claims", "id", "workers-equal-cores").get("trials")) {
      String id = each.stringValue();
      if (id.contains("workload=FACTORIZE_SEED") && !id.contains("workers=2")) {
        PipedRunTest.forget(fixture, id);
      }
    }
    Judged some = Judged.of(fixture, home.resolve("some"));
    assertThat(some.find("claims", "id", "workers-equal-cores").get("trials").size()).isPositive();
    assertThat(why(some, "workers-equal-cores")).doesNotContain("not measured");
  }

  private static ObjectNode warming(RunFixture fixture, String trial) {
    ObjectNode fork = (ObjectNode) fixture.trials.get(trial).get("forks").get(0);
    return fork.put("stillWarming", true);
  }

  /** Forks that differ as much as these tell neither that threads help nor that they do not. */
  @Test
  void aWideIntervalIsNeitherASpeedupNorTheLackOfOne() throws IOException {
    RunFixture fixture = RunFixture.healthy();
    scaleFixed(fixture, 0.7, 1, 1.4);
    Judged judged = Judged.of(fixture, home);
    for (String id : new String[] {"no-speedup", "slower-than-serial"}) {
      assertThat(verdict(judged, id)).isEqualTo("UNDECIDED");
      assertThat(why(judged, id))
          .contains("these 3 forks tell apart differences of")
          .matches(".*if the figures stay as they are, it takes [0-9]+ of each trial");
    }
    assertThat(judged.find("claims", "id", "no-speedup").get("evidence").get(0).stringValue())
        .matches("FIXED on GCD_SEED, 2 workers: 1\\.[0-9]+× \\[0\\.[0-9]+, [2-9]\\.[0-9]+\\]");
  }

  @Test
  void twoForksSayThatItTakesThree() throws IOException {
    RunFixture fixture = RunFixture.healthy();
    for (JsonNode trial : fixture.list("trials")) {
      ((ObjectNode) trial).put("forks", 2);
      JsonNode raw =
          fixture.price(trial.get("id").stringValue()).get("primaryMetric").get("rawData");
      ((ArrayNode) raw).remove(2);
    }
    Judged judged = Judged.of(fixture, home);
    assertThat(verdict(judged, "no-speedup")).isEqualTo("UNDECIDED");
    assertThat(why(judged, "no-speedup")).endsWith("Undecided: it takes 3 forks of each trial");
  }

  @Test
  void theBestOfSeveralWorkerCountsIsNamedWithItsEquals() throws IOException {
    RunFixture fixture = RunFixture.swept(2);
    Judged judged = Judged.of(fixture, home);
    assertThat(judged.find("claims", "id", "workers-equal-cores").get("here").stringValue())
        .isEqualTo(
            "fastest on GCD_SEED with 4 or 8 or 10 workers on 2 cores, fastest on FACTORIZE_SEED"
                + " with 4 or 8 or 10 workers on 2 cores");
  }

  @Test
  void thePageSaysHowManyVerdictsChanceMayGive() throws IOException {
    Judged judged = Judged.of(RunFixture.healthy(), home);
    assertThat(judged.text("site/index.html")).contains("no more than one in twenty");
    assertThat(judged.text("summary.md")).contains("no more than one in twenty");
    assertThat(judged.find("claims", "id", "no-speedup").get("chance").doubleValue())
        .isLessThan(1e-3);
    assertThat(judged.find("claims", "id", "locked-exact").get("chance").isNull()).isTrue();
  }

  @Test
  void oneCoreDecidesNothingAboutThreads() throws IOException {
    RunFixture fixture = RunFixture.healthy();
    fixture.planned.put("cores", 1);
    Judged judged = Judged.of(fixture, home);
    assertThat(verdict(judged, "no-speedup")).isEqualTo("UNDECIDED");
    assertThat(verdict(judged, "slower-than-serial")).isEqualTo("UNDECIDED");
    assertThat(why(judged, "no-speedup"))
        .isEqualTo(
            "speed-ups of FIXED over serial on 2 to 4 workers: not measured here; it takes another"
                + " plan, or more cores than one");
  }

  @Test
  void aFewLuckyShotsDecideNothing() throws IOException {
    RunFixture fixture = RunFixture.healthy();
    for (String kind : new String[] {"VOLATILE", "OPAQUE", "UNLOCKED"}) {
      ObjectNode entry = fixture.price("FiveSensors.count-kind=" + kind + "-startBarrier=true");
      for (int fork = 0; fork < 3; fork++) {
        ArrayNode row =
            (ArrayNode) entry.get("secondaryMetrics").get("lost").get("rawData").get(fork);
        for (int i = 0; i < row.size(); i++) {
          row.set(i, fork == 0 && i < 2 ? 9.0 : 0.0);
        }
      }
    }
    Judged judged = Judged.of(fixture, home);
    assertThat(verdict(judged, "barrier")).isEqualTo("UNDECIDED");
  }

  /** Makes FIXED slower by a factor, or each fork by its own. */
  private static void scaleFixed(RunFixture fixture, double... factors) {
    for (String workload : new String[] {"GCD_SEED", "FACTORIZE_SEED"}) {
      for (int workers : new int[] {1, 2, 4}) {
        String id = "ExecutorSweep.map-kind=FIXED-workload=" + workload + "-workers=" + workers;
        JsonNode raw = fixture.price(id).get("primaryMetric").get("rawData");
        for (int fork = 0; fork < raw.size(); fork++) {
          ArrayNode row = (ArrayNode) raw.get(fork);
          for (int i = 0; i < row.size(); i++) {
            row.set(i, row.get(i).doubleValue() * factors[fork % factors.length]);
          }
        }
      }
    }
  }

  private static String why(Judged judged, String id) throws IOException {
    return judged.find("claims", "id", id).get("why").stringValue();
  }

  private static String verdict(Judged judged, String id) throws IOException {
    return judged.find("claims", "id", id).get("verdict").stringValue();
  }
}
