/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.reports.judge.Judge;
import dev.lockstep.reports.report.Claim;
import dev.lockstep.reports.report.Observation;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.report.Verdict;
import dev.lockstep.reports.run.RunReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is claimed of queues, fan-out and units: each claim can come out either way. */
@Tag("gate")
class PipedClaimsTest {
  private static final String CLOSABLE = PipedRunTest.CLOSABLE;
  private static final String POLLING = "HandMade.run-queue=POLLING";
  private static final String MIDDLE = CLOSABLE.replace("0_0_0", "0_1000_0");
  private static final List<String> IDS =
      List.of(
          "polling-wastes",
          "thousand-finished",
          "unbounded-grows",
          "pipelines-suit-waiting",
          "threads-overlap-io",
          "pool-bounds-io",
          "thread-memory",
          "coroutine-memory",
          "coroutine-start",
          "thread-start");

  @TempDir private static Path home;
  // Each case writes only what the last one changed.
  @TempDir private static Path other;
  private static Report judged;

  @BeforeAll
  static void judgeOnce() throws IOException {
    judged = judge(RunFixture.piped(), home);
  }

  @Test
  void areDecidedOnTheFigures() throws IOException {
    assertThat(IDS.stream().map(id -> verdict(judged, id)))
        .containsExactly(
            "HOLDS", "HOLDS", "HOLDS", "HOLDS", "HOLDS", "HOLDS", "REFUTED", "NEARLY", "REFUTED",
            "HOLDS");
    assertThat(claim(judged, "polling-wastes").here())
        .isEqualTo("3,412 polls, 3,003 takes of CLOSABLE");
    assertThat(claim(judged, "polling-wastes").evidence().toString())
        .contains("queues that block: as many takes as they owe in 37 of 37 trials");
    assertThat(claim(judged, "thread-memory").here()).isEqualTo("reserved 1.01 MB, used 0.0859 MB");
    assertThat(claim(judged, "threads-overlap-io").evidence().toString())
        .contains("which one after the other wait 1000 s");
    for (String id : IDS) {
      assertThat(claim(judged, id).trials().size()).as(id).isPositive();
    }
  }

  @Test
  void areOpenWithTheReasonWhereNothingWasMeasured() throws IOException {
    Report old = judge(RunFixture.healthy(), other);
    for (String id : IDS) {
      assertThat(verdict(old, id)).as(id).isEqualTo("UNDECIDED");
      assertThat(claim(old, id).why()).as(id).contains("measured");
      assertThat(claim(old, id).here()).as(id).isEqualTo("–");
    }
  }

  @Test
  void pollsThatAllFoundSomethingAreNoWaste() throws IOException {
    RunFixture fixture = RunFixture.piped();
    FaultyPipelines.set(fixture, POLLING, "polls", 3000);
    assertThat(verdict(judge(fixture, other), "polling-wastes")).isEqualTo("REFUTED");
  }

  @Test
  void aLineThatEndsWithItsRunTakesItsEnds() throws IOException {
    RunFixture fixture = RunFixture.piped();
    FaultyPipelines.set(fixture, CLOSABLE, "takes", 4 * 3003);
    assertThat(verdict(judge(fixture, other), "polling-wastes")).isEqualTo("HOLDS");
  }

  @Test
  void queuesThatWereNotCountedShowNothing() throws IOException {
    RunFixture fixture = RunFixture.piped();
    for (Observation each : judge(fixture, other).observations()) {
      if ("PIPELINE".equals(each.role())) {
        PipedRunTest.forget(fixture, each.trial());
      }
    }
    assertThat(verdict(judge(fixture, other), "polling-wastes")).isEqualTo("UNDECIDED");
  }

  @Test
  void aTakeTooManyOfAQueueThatBlocksLeavesItOpen() throws IOException {
    RunFixture one = RunFixture.piped();
    FaultyPipelines.set(one, CLOSABLE, "takes", 4 * 3001);
    assertThat(verdict(judge(one, other), "polling-wastes")).isEqualTo("UNDECIDED");
    RunFixture fixture = RunFixture.piped();
    FaultyPipelines.set(fixture, CLOSABLE, "takes", 4 * 3004);
    Report more = judge(fixture, other);
    assertThat(verdict(more, "polling-wastes")).isEqualTo("UNDECIDED");
    assertThat(claim(more, "polling-wastes").evidence().toString())
        .contains("not as many as owed in " + CLOSABLE);
    RunFixture beside = RunFixture.piped();
    FaultyPipelines.set(beside, "HandMade.run-queue=CLOSABLE", "polls", 3004);
    assertThat(verdict(judge(beside, other), "polling-wastes")).isEqualTo("UNDECIDED");
  }

  @Test
  void anItemTooManyRefutes() throws IOException {
    RunFixture fixture = RunFixture.piped();
    FaultyPipelines.set(fixture, CLOSABLE, "items", 12_001);
    Report more = judge(fixture, other);
    assertThat(verdict(more, "thousand-finished")).isEqualTo("REFUTED");
    assertThat(more.verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void aQueueThatDoesNotGrowRefutes() throws IOException {
    RunFixture fixture = RunFixture.piped();
    FaultyPipelines.set(fixture, MIDDLE, "maxDepth", 16);
    assertThat(verdict(judge(fixture, other), "unbounded-grows")).isEqualTo("UNDECIDED");
    FaultyPipelines.set(fixture, MIDDLE, "maxDepth", 12);
    assertThat(verdict(judge(fixture, other), "unbounded-grows")).isEqualTo("REFUTED");
  }

  @Test
  void aBoundThatDoesNotHoldLeavesItOpen() throws IOException {
    RunFixture fixture = RunFixture.piped();
    FaultyPipelines.set(fixture, MIDDLE.replace("UNBOUNDED", "16"), "maxDepth", 17);
    assertThat(verdict(judge(fixture, other), "unbounded-grows")).isEqualTo("UNDECIDED");
  }

  @Test
  void theQueueMadeByHandStandsInWhereNoOtherWasMeasured() throws IOException {
    RunFixture fixture = RunFixture.piped();
    PipedRunTest.forget(fixture, MIDDLE);
    Report less = judge(fixture, other);
    assertThat(verdict(less, "unbounded-grows")).isEqualTo("HOLDS");
    assertThat(claim(less, "unbounded-grows").here()).isEqualTo("62.4×");
    assertThat(claim(less, "unbounded-grows").evidence().toString())
        .contains("999 items that wait in POLLING by 16 in CLOSABLE: 62.4×");
  }

  @Test
  void workersThatHelpWithoutLatencyLeaveItOpen() throws IOException {
    RunFixture fixture = RunFixture.piped();
    String busy = CLOSABLE.replace("1_1_1-", "3_4_5-").replace("UNBOUNDED", "16");
    PipedRunTest.scale(fixture, busy, 0.1);
    assertThat(verdict(judge(fixture, other), "pipelines-suit-waiting")).isEqualTo("UNDECIDED");
    RunFixture slower = RunFixture.piped();
    PipedRunTest.scale(slower, busy.replace("0_0_0", "1000_1000_1000"), 10);
    assertThat(verdict(judge(slower, other), "pipelines-suit-waiting")).isEqualTo("REFUTED");
  }

  @Test
  void threadsThatWaitInTurnsRefute() throws IOException {
    RunFixture fixture = RunFixture.piped();
    PipedRunTest.scale(fixture, PipedRunTest.fan("VIRTUAL", 10_000, 0), 3);
    assertThat(verdict(judge(fixture, other), "threads-overlap-io")).isEqualTo("REFUTED");
  }

  @Test
  void aPoolThatPassesItsBoundRefutesAndASlowOneDecidesNothing() throws IOException {
    RunFixture fixture = RunFixture.piped();
    PipedRunTest.scale(fixture, PipedRunTest.fan("FIXED", 1000, 100), 0.5);
    assertThat(verdict(judge(fixture, other), "pool-bounds-io")).isEqualTo("REFUTED");
    RunFixture slow = RunFixture.piped();
    PipedRunTest.scale(slow, PipedRunTest.fan("QUEUE_WORKERS", 1000, 100), 1.3);
    assertThat(verdict(judge(slow, other), "pool-bounds-io")).isEqualTo("UNDECIDED");
  }

  @Test
  void memoryCanComeOutEitherWay() throws IOException {
    RunFixture fixture = RunFixture.piped();
    String platform = "Footprint.park-kind=PLATFORM-count=1000-stackKilobytes=0";
    FaultyPipelines.set(fixture, platform, "reservedBytes", 8.4e9);
    FaultyPipelines.set(fixture, platform, "committedBytes", 8.4e9);
    FaultyPipelines.set(fixture, FaultyPipelines.FOOTPRINT, "heapBytes", 900 * 100_000.0);
    Report much = judge(fixture, other);
    assertThat(verdict(much, "thread-memory")).isEqualTo("HOLDS");
    assertThat(verdict(much, "coroutine-memory")).isEqualTo("HOLDS");
    FaultyPipelines.set(fixture, platform, "committedBytes", 1e6);
    FaultyPipelines.set(fixture, FaultyPipelines.FOOTPRINT, "heapBytes", 2100 * 100_000.0);
    Report little = judge(fixture, other);
    assertThat(verdict(little, "thread-memory")).isEqualTo("UNDECIDED");
    assertThat(verdict(little, "coroutine-memory")).isEqualTo("REFUTED");
  }

  @Test
  void startsCanComeOutEitherWay() throws IOException {
    RunFixture fixture = RunFixture.piped();
    PipedRunTest.scale(fixture, "SpawnCost.spawn-kind=CALL", 500);
    PipedRunTest.scale(fixture, "SpawnCost.spawn-kind=POOLED", 10);
    Report cheap = judge(fixture, other);
    assertThat(verdict(cheap, "coroutine-start")).isEqualTo("HOLDS");
    assertThat(verdict(cheap, "thread-start")).isEqualTo("REFUTED");
  }

  @Test
  void smokeDecidesNothing() throws IOException {
    RunFixture fixture = RunFixture.piped();
    fixture.planned.put("plan", "smoke").put("evidence", false);
    fixture.run.put("plan", "smoke");
    Report smoke = judge(fixture, other);
    assertThat(IDS).allMatch(id -> verdict(smoke, id).equals("UNDECIDED"));
  }

  private static Report judge(RunFixture fixture, Path directory) throws IOException {
    return Judge.judge(RunReader.read(fixture.write(directory)));
  }

  private static String verdict(Report judged, String id) {
    return claim(judged, id).verdict();
  }

  private static Claim claim(Report judged, String id) {
    return judged.claims().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }
}
