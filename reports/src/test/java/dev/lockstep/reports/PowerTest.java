/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import static dev.lockstep.reports.SpoiltRun.ATOMIC;
import static dev.lockstep.reports.SpoiltRun.MUTANT;
import static dev.lockstep.reports.SpoiltRun.PLAIN;
import static dev.lockstep.reports.StressFixture.control;
import static dev.lockstep.reports.StressFixture.row;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One proof, no proof of the heart, and its controls. The rates of these are powers of two, so that
 * the power is exact.
 */
@Tag("gate")
class PowerTest {
  private static final String NEAR = MUTANT;
  private static final String FAR = RunFixture.EXECUTOR + "Unjoined";
  private static final long SAMPLES = 1 << 15;

  @TempDir private Path home;

  private final RunFixture fixture = RunFixture.healthy();
  private ObjectNode proof;
  private ObjectNode row;

  /** The proof takes 20 × 1024 samples in five forks; near shows 1 in 1024, far 1 in 512. */
  @BeforeEach
  void begin() {
    fixture.forks(ATOMIC, "1", 4096, 0, 0, 0, 0, 0);
    fixture.forks(NEAR, "1", SAMPLES, 32, 32, 32);
    // The far control shows the outcome 0 to the others, and 1 to this proof.
    for (JsonNode result : fixture.jcstress.get("results")) {
      if (result.get("test").stringValue().equals(FAR)) {
        ((ObjectNode) result).put("samples", SAMPLES);
        see(result, "0", 8000);
        see(result, "1", 64);
      }
    }
    proof = fixture.proof(ATOMIC).put("heart", false);
    proof.withArray("rows").removeAll();
    row = row(proof, "an update is trampled", "1", "7");
  }

  @Test
  void provesWithAPowerOfTwenty() throws IOException {
    control(row, NEAR, "get and set");
    assertProven(
        20, "0 in 20,480 samples of 5 forks; with the twin's bug about 20 were to be expected");
  }

  @Test
  void holdsJustBelow() throws IOException {
    control(row, NEAR, "get and set");
    fixture.result(ATOMIC, "C2").put("samples", 4095);
    assertHeld(
        "POWER",
        "nothing forbidden in 20,479 samples of 5 forks, but with the twin's bug only 19.9"
            + " sightings of outcome 1 or 7 were to be expected, and 20 are needed; more samples"
            + " help");
    assertThat(find().get("power").doubleValue()).isEqualTo(20_479 / 1024.0);
  }

  @Test
  void asksForThePowerOfThePlan() throws IOException {
    control(row, NEAR, "get and set");
    proof.put("leastPower", 20.5);
    assertThat(judged().get("held").stringValue()).isEqualTo("POWER");
  }

  @Test
  void aControlOfOneForkDoesNotCount() throws IOException {
    control(row, NEAR, "get and set");
    fixture.forks(NEAR, "1", SAMPLES, 4000, 19, 19);
    assertHeld(
        "TWIN_NOT_CAUGHT",
        "nothing forbidden in 20,480 samples of 5 forks, but LockedCounter.AtomicGetThenSet showed"
            + " outcome 1 or 7 often enough in 1 of 3 forks only, 4,038 in 98,304 samples; more"
            + " forks may help");
    JsonNode control = find().get("controls").get(0);
    assertThat(control.get("outcome").stringValue()).isEqualTo("1 | 7");
    assertThat(control.get("counts").booleanValue()).isFalse();
    assertThat(control.get("rate").doubleValue()).isEqualTo(19.0 / SAMPLES);
    assertThat(control.get("power").isNull()).isTrue();
    assertThat(find().get("power").isNull()).isTrue();
  }

  @Test
  void aControlOfTwoForksInThreeCounts() throws IOException {
    control(row, NEAR, "get and set");
    fixture.forks(NEAR, "1", SAMPLES, 4000, 32, 0);
    assertProven(20, "0 in 20,480");
  }

  @Test
  void oneSightingAForkCountsWhereThePlanSaysSo() throws IOException {
    control(row, NEAR, "get and set");
    fixture.forks(NEAR, "1", 1 << 10, 1, 1, 0);
    assertThat(judged().get("held").stringValue()).isEqualTo("TWIN_NOT_CAUGHT");
    fixture.proof(NEAR).put("sightings", 1);
    assertProven(20, "0 in 20,480");
  }

  @Test
  void aWidenedTwinCountsUpToItsCeiling() throws IOException {
    control(row, NEAR, "the window is wide").put("widened", true).put("ceiling", 1.0 / 1024);
    fixture.forks(NEAR, "1", SAMPLES, SAMPLES, SAMPLES, SAMPLES);
    assertProven(
        20,
        "0 in 20,480 samples of 5 forks; with the widened twin's bug about 20 were to be expected");
    assertThat(find().get("controls").get(0).get("rate").doubleValue()).isEqualTo(1.0 / 1024);
  }

  @Test
  void aWidenedTwinBelowItsCeilingCountsAsItIs() throws IOException {
    control(row, NEAR, "the window is wide").put("widened", true).put("ceiling", 0.01);
    assertProven(20, "0 in 20,480");
  }

  @Test
  void theNearestControlThatCountsGivesThePower() throws IOException {
    control(row, NEAR, "get and set");
    control(row, FAR, "does not wait");
    assertProven(20, "0 in 20,480");
    assertThat(find().get("controls").get(1).get("power").doubleValue()).isEqualTo(40);
    fixture.forks(NEAR, "1", SAMPLES, 32, 0, 0);
    assertProven(40, "0 in 20,480");
  }

  @Test
  void theWeakestRowIsThePowerOfTheProof() throws IOException {
    control(row, NEAR, "get and set");
    control(row(proof, "another", "0"), FAR, "does not wait");
    assertProven(20, "0 in 20,480");
    control(row(proof, "nobody shows it", "8"), FAR, "does not wait");
    assertThat(judged().get("held").stringValue()).isEqualTo("TWIN_NOT_CAUGHT");
    assertThat(find().get("power").isNull()).isTrue();
  }

  @Test
  void aSiblingThatDidNotBreakHoldsItWhateverOthersShow() throws IOException {
    control(row, FAR, "does not wait");
    control(row, NEAR, "opaque").put("order", true);
    fixture.forks(NEAR, "1", SAMPLES, 0, 0, 0);
    assertHeld(
        "NOT_REFUTABLE_HERE",
        "nothing forbidden in 20,480 samples of 5 forks, but this machine cannot tell it from"
            + " LockedCounter.AtomicGetThenSet, which did not break here either (0 in 98,304"
            + " samples); one of weaker memory order may");
    assertThat(find().get("power").isNull()).isTrue();
    assertThat(find().get("controls").get(0).get("counts").booleanValue()).isTrue();
    assertThat(find().get("controls").get(0).get("power").isNull()).isTrue();
  }

  @Test
  void aSiblingThatHardlyBrokeIsToldSo() throws IOException {
    control(row, NEAR, "opaque").put("order", true);
    fixture.forks(NEAR, "1", SAMPLES, 5, 0, 0);
    JsonNode held = judged();
    assertThat(held.get("held").stringValue()).isEqualTo("NOT_REFUTABLE_HERE");
    assertThat(held.get("why").stringValue())
        .contains(
            "LockedCounter.AtomicGetThenSet, which broke often enough in 0 of 3 forks only (5"
                + " in 98,304 samples)");
  }

  @Test
  void aSiblingThatBrokeGivesThePowerThoughOthersAreNearer() throws IOException {
    control(row, FAR, "does not wait");
    control(row, NEAR, "opaque").put("order", true);
    assertProven(20, "0 in 20,480");
  }

  @Test
  void aSiblingThatWasNotRunSaysNothingOfTheMachine() throws IOException {
    control(row, FAR, "does not wait");
    control(row, RunFixture.LOCKED + "Gone", "opaque").put("order", true);
    assertHeld(
        "TWIN_NOT_CAUGHT",
        "nothing forbidden in 20,480 samples of 5 forks, but LockedCounter.Gone, which was to show"
            + " outcome 1 or 7, was not run; run the plan again");
    assertThat(find().get("controls").get(1).get("rate").isNull()).isTrue();
  }

  @Test
  void aRaceStandsAsAControl() throws IOException {
    control(row, PLAIN, "no lock");
    fixture.forks(PLAIN, "1", SAMPLES, 32, 32, 32);
    assertProven(20, "0 in 20,480");
    JsonNode twin = Judged.at(home).find("twins", "test", PLAIN);
    assertThat(twin.get("role").stringValue()).isEqualTo("CONTROL");
    assertThat(twin.get("outcome").stringValue()).isEqualTo("1 | 7");
    assertThat(twin.get("proofs").intValue()).isEqualTo(1);
  }

  @Test
  void anExhibitStandsAsASibling() throws IOException {
    row.withArray("outcomes").removeAll().add("0, 0");
    String flags = RunFixture.PUBLICATION + "Flags";
    control(row, flags, "plain flags").put("order", true);
    assertThat(judged().get("status").stringValue()).isEqualTo("PROVEN");
    JsonNode twin = Judged.at(home).find("twins", "test", flags);
    assertThat(twin.get("role").stringValue()).isEqualTo("ORDER");
    assertThat(twin.get("caught").booleanValue()).isTrue();
  }

  @Test
  void aRowWithoutControlHoldsIt() throws IOException {
    assertHeld(
        "TWIN_NOT_CAUGHT",
        "nothing forbidden in 20,480 samples of 5 forks, but no twin shows that it could see"
            + " outcome 1 or 7; write one");
    assertThat(find().get("controls").size()).isZero();
  }

  @Test
  void aProofThatNamesNoRowIsHeld() throws IOException {
    proof.withArray("rows").removeAll();
    assertHeld(
        "TWIN_NOT_CAUGHT",
        "nothing forbidden in 20,480 samples of 5 forks, but it names no forbidden row that a twin"
            + " could show; name what a bug would show");
  }

  @Test
  void twoForksAreTooFew() throws IOException {
    control(row, NEAR, "get and set");
    fixture.forks(ATOMIC, "1", 60_000, 0, 0);
    assertHeld(
        "FORKS",
        "nothing forbidden in 120,000 samples of 2 forks, but 3 forks are needed; choose a longer"
            + " plan");
    fixture.forks(ATOMIC, "1", 60_000, 0, 0, 0);
    assertThat(judged().get("status").stringValue()).isEqualTo("PROVEN");
  }

  @Test
  void eachOrderHasToBeSeen() throws IOException {
    control(row, NEAR, "get and set");
    proof.withArray("orders").addArray().add("2");
    proof.withArray("orders").addArray().add("5").add("6");
    ObjectNode first = fixture.result(ATOMIC, "C2");
    see(first, "5", 98);
    see(first, "6", 1);
    assertHeld(
        "ORDERS_NOT_MET",
        "nothing forbidden in 20,480 samples of 5 forks, but its threads met too seldom: outcome 5"
            + " or 6 was seen 99 times, and 100 are needed; more samples help");
    assertThat(find().get("orders").get("5 | 6").longValue()).isEqualTo(99);
    see(first, "6", 2);
    assertProven(20, "0 in 20,480");
  }

  @Test
  void theFirstReasonIsTold() throws IOException {
    fixture.forks(ATOMIC, "1", 40, 0, 0);
    proof.withArray("orders").addArray().add("5");
    control(row, NEAR, "get and set");
    assertThat(judged().get("held").stringValue()).isEqualTo("FORKS");
    fixture.forks(ATOMIC, "1", 40, 0, 0, 0);
    assertThat(judged().get("held").stringValue()).isEqualTo("ORDERS_NOT_MET");
    row(proof, "another", "9");
    assertThat(judged().get("held").stringValue()).isEqualTo("TWIN_NOT_CAUGHT");
    control(row(proof, "an order", "8"), NEAR, "opaque").put("order", true);
    assertThat(judged().get("held").stringValue()).isEqualTo("NOT_REFUTABLE_HERE");
  }

  @Test
  void aControlWithoutSamplesIsNotRun() throws IOException {
    control(row, NEAR, "get and set");
    fixture.forks(NEAR, "1", 0, 0, 0, 0);
    Judged judged = Judged.of(fixture, home);
    assertThat(judged.exit()).isEqualTo(3);
    assertThat(find().get("why").stringValue()).contains("was not run");
    assertThat(find().get("controls").get(0).get("rate").isNull()).isTrue();
    assertThat(judged.find("twins", "test", NEAR).get("rate").isNull()).isTrue();
    assertThat(judged.pages()).contains("<span class=\"badge held\">not run</span>");
  }

  private void assertProven(double power, String why) throws IOException {
    JsonNode proof = judged();
    assertThat(proof.get("why").stringValue()).startsWith(why);
    assertThat(proof.get("status").stringValue()).isEqualTo("PROVEN");
    assertThat(proof.get("held").isNull()).isTrue();
    assertThat(proof.get("power").doubleValue()).isEqualTo(power);
  }

  /** What is held and not of the heart leaves the verdict alone, and is nowhere green. */
  private void assertHeld(String held, String why) throws IOException {
    Judged judged = Judged.of(fixture, home);
    assertThat(find().get("why").stringValue()).isEqualTo(why);
    assertThat(find().get("status").stringValue()).isEqualTo("HELD");
    assertThat(find().get("held").stringValue()).isEqualTo(held);
    assertThat(judged.reasons()).isEmpty();
    assertThat(judged.text("junit.xml")).contains("<skipped message=\"" + why);
    for (JsonNode each : find().get("configurations")) {
      assertThat(each.get("verdict").stringValue()).isEqualTo("HELD");
    }
    assertThat(judged.pages()).contains("<span class=\"badge held\">held</span>");
  }

  private JsonNode judged() throws IOException {
    Judged.of(fixture, home);
    return find();
  }

  private JsonNode find() throws IOException {
    for (JsonNode each : RunFixture.MAPPER.readTree(home.resolve("report.json")).get("proofs")) {
      if (each.get("test").stringValue().equals(ATOMIC)) {
        return each;
      }
    }
    throw new IllegalStateException("no " + ATOMIC);
  }

  /** Has a result see an outcome so often. */
  private static void see(JsonNode result, String id, long count) {
    for (JsonNode each : result.get("outcomes")) {
      if (each.get("id").stringValue().equals(id)) {
        ((ObjectNode) each).put("count", count);
        return;
      }
    }
    result
        .withArray("outcomes")
        .addObject()
        .put("id", id)
        .put("count", count)
        .put("expect", "ACCEPTABLE")
        .put("description", "");
  }
}
