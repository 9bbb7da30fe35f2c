/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import static dev.lockstep.reports.SpoiltRun.ATOMIC;
import static dev.lockstep.reports.SpoiltRun.MUTANT;
import static dev.lockstep.reports.SpoiltRun.PLAIN;
import static dev.lockstep.reports.SpoiltRun.TWIN;
import static dev.lockstep.reports.SpoiltRun.unsee;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What held proofs do to the verdict of a run, and where they are told. */
@Tag("gate")
class HeldRunTest {
  private static final String OPAQUE = RunFixture.RACE + "OpaqueIncrement";

  /** Of the eight proofs beside the heart two are races. */
  private static final List<String> OTHERS =
      List.of("SERIAL", "THREAD_PER_TASK", "FIXED", "WORK_STEALING", "FORK_JOIN_SPLIT");

  @TempDir private Path home;

  private final RunFixture fixture = RunFixture.healthy();

  @Test
  void aProofOfTheHeartHasToBeProven() throws IOException {
    fixture.proof(ATOMIC).withArray("rows").removeAll();
    Judged judged = Judged.of(fixture, home);
    assertThat(judged.exit()).isEqualTo(3);
    assertThat(judged.reasons())
        .containsExactly(
            "LockedCounter.Atomic is of the heart and held: nothing forbidden in 360,000,000"
                + " samples of 6 forks, but it names no forbidden row that a twin could show; name"
                + " what a bug would show.");
    assertThat(sentence(judged))
        .startsWith(
            "Proofs: 10 of 11 of the heart proven, 1 held for want of evidence; 6 of 6 others"
                + " proven. 3 of 3 races");
    // Ten times 360 million: what is held stands for nothing.
    assertThat(page(judged).select("#race").text()).contains("none in 3.60");
  }

  /** It is broken on purpose: what else it does says nothing of a construct. */
  @Test
  void aTwinThatBreaksInAWayOfItsOwnBreaksNoRun() throws IOException {
    fixture
        .result(TWIN, "C1")
        .withArray("outcomes")
        .addObject()
        .put("id", "3")
        .put("count", 2)
        .put("expect", "FORBIDDEN");
    Judged judged = Judged.of(fixture, home);
    assertThat(judged.exit()).isZero();
    assertThat(sentence(judged)).contains("3 of 4 twins were caught");
    assertThat(judged.find("proofs", "test", TWIN).get("why").stringValue())
        .isEqualTo(
            "it showed what its table does not know: forbidden outcome 3 seen in C1 (2 of"
                + " 5,000,000 samples); give it a row");
  }

  @Test
  void proofsOfTheHeartThatAreHeldAlikeAreToldTogether() throws IOException {
    unsee(fixture, TWIN, 1);
    unsee(fixture, RunFixture.LOCKED + "TwoLocks", 1);
    Judged judged = Judged.of(fixture, home);
    assertThat(judged.exit()).isEqualTo(3);
    assertThat(judged.reasons())
        .hasSize(1)
        .first()
        .asString()
        .startsWith("LockedCounter.Adder, LockedCounter.Atomic,")
        .contains("and 6 more are of the heart and held: nothing forbidden in 360,000,000")
        .contains(
            "LockedCounter.LockedWriteOnly showed outcome 1 often enough in 0 of 6 forks only")
        .endsWith(", 0 in 30,000,000 samples, and no other control counts; more forks may help.");
  }

  @Test
  void whatTheMachineCannotRefuteIsOfTheHeartAllTheSame() throws IOException {
    refuse(ATOMIC);
    Judged judged = Judged.of(fixture, home);
    assertThat(judged.exit()).isEqualTo(3);
    assertThat(judged.reasons()).hasSize(1);
  }

  @Test
  void halfOfTheOthersMayBeHeld() throws IOException {
    OTHERS.subList(0, 4).forEach(each -> fixture.proof(other(each)).withArray("rows").removeAll());
    Judged judged = Judged.of(fixture, home);
    assertThat(judged.reasons()).isEmpty();
    assertThat(judged.exit()).isZero();
    assertThat(sentence(judged)).contains("; 2 of 6 others proven, 4 held for want of evidence.");
    assertThat(judged.text("junit.xml"))
        .contains("name=\"proofs\" tests=\"26\" failures=\"0\" errors=\"0\" skipped=\"6\"");
  }

  @Test
  void moreThanHalfMayNot() throws IOException {
    OTHERS.forEach(each -> fixture.proof(other(each)).withArray("rows").removeAll());
    Judged judged = Judged.of(fixture, home);
    assertThat(judged.exit()).isEqualTo(3);
    assertThat(judged.reasons())
        .containsExactly(
            "5 of 8 proofs beside the heart are held for want of evidence (Results.FIXED,"
                + " Results.FORK_JOIN_SPLIT, Results.SERIAL, Results.THREAD_PER_TASK,"
                + " Results.WORK_STEALING), more than half; choose a longer plan.");
  }

  @Test
  void whatTheMachineCannotRefuteIsNoFaultOfTheRun() throws IOException {
    OTHERS.subList(0, 4).forEach(each -> fixture.proof(other(each)).withArray("rows").removeAll());
    refuse(other("FORK_JOIN_SPLIT"));
    Judged judged = Judged.of(fixture, home);
    assertThat(judged.exit()).isZero();
    assertThat(sentence(judged))
        .contains(
            "; 1 of 6 others proven, 1 held because this machine cannot refute it, 4 held for want"
                + " of evidence.");
    Element row =
        page(judged).select("#proofs .matrix tr:has(th a:containsOwn(FORK_JOIN))").first();
    assertThat(row.select(".badge.held").text()).isEqualTo("held");
    assertThat(row.select(".ok")).isEmpty();
    assertThat(row.select("td.num .sym.none")).hasSize(6);
    assertThat(page(judged).select("#proofs details[open]")).isEmpty();
  }

  @Test
  void aRaceOfTheHeartHasToBeSeen() throws IOException {
    unsee(fixture, PLAIN, 1);
    Judged judged = Judged.of(fixture, home);
    assertThat(judged.exit()).isEqualTo(3);
    assertThat(judged.reasons())
        .containsExactly(
            "CounterRace.PlainIncrement is inconclusive: outcome 1 must be observed and was not"
                + " seen in 36,000,000 samples.");
  }

  @Test
  void anotherRaceIsHeldUntilItIsSeen() throws IOException {
    unsee(fixture, OPAQUE, 1);
    Judged judged = Judged.of(fixture, home);
    assertThat(judged.exit()).isZero();
    JsonNode race = judged.find("proofs", "test", OPAQUE);
    assertThat(race.get("status").stringValue()).isEqualTo("HELD");
    assertThat(race.get("held").stringValue()).isEqualTo("RACE_NOT_SEEN");
    assertThat(sentence(judged)).contains("2 of 3 races were seen");
    Element row = page(judged).select(".ledger tr:has(code:containsOwn(OPAQUE))").first();
    assertThat(row.select(".proof").text()).isEqualTo("held race not seen");
    assertThat(page(judged).select("#proofs .matrix tr:contains(OpaqueIncrement) .sym").eachText())
        .containsOnly("○");
  }

  @Test
  void aPlanWithoutEvidencePassesWithEverythingHeld() throws IOException {
    fixture.planned.put("plan", "smoke").put("evidence", false);
    fixture.run.put("plan", "smoke");
    for (JsonNode proof : fixture.list("proofs")) {
      ((ObjectNode) proof).put("leastForks", 7);
    }
    for (String race : List.of("PlainIncrement", "OpaqueIncrement", "VolatileIncrement")) {
      unsee(fixture, RunFixture.RACE + race, 1);
    }
    refuse(ATOMIC);
    Judged judged = Judged.of(fixture, home);
    assertThat(judged.reasons()).isEmpty();
    assertThat(judged.exit()).isZero();
    assertThat(sentence(judged))
        .startsWith(
            "smoke: shows whether everything runs; neither its proofs nor its figures are"
                + " evidence. Proofs: 0 of 11 of the heart proven, 11 held for want of evidence; 0"
                + " of 6 others proven, 6 held for want of evidence. 0 of 3 races were seen, 3 of 4"
                + " twins were caught.");
    assertThat(page(judged).select("#proofs p.hint").first().text())
        .isEqualTo("No evidence: this plan shows only whether everything runs.");
    assertThat(page(judged).select("#proofs .badge.ok, .ledger .badge.ok")).isEmpty();
    assertThat(judged.text("junit.xml")).contains("tests=\"26\" failures=\"0\" errors=\"0\"");
  }

  @Test
  void aPlanWithoutEvidenceStillOwesEveryTest() throws IOException {
    fixture.planned.put("evidence", false);
    fixture.loseProof(ATOMIC);
    assertThat(Judged.of(fixture, home).exit()).isEqualTo(3);
  }

  @Test
  void aTwinThatNoProofNamesIsNotCaught() throws IOException {
    fixture.proof(MUTANT).put("twinRole", "CONTROL").putNull("mutates");
    Judged judged = Judged.of(fixture, home);
    assertThat(judged.exit()).isZero();
    assertThat(judged.find("twins", "test", MUTANT).get("caught").booleanValue()).isFalse();
    assertThat(judged.find("proofs", "test", MUTANT).get("why").stringValue())
        .endsWith("was not caught here: no proof names it as a control");
  }

  @Test
  void aTwinIsCaughtIfItCountsForOneRow() throws IOException {
    ObjectNode row = StressFixture.row(fixture.proof(ATOMIC), "nobody shows it", "8");
    StressFixture.control(row, MUTANT, "get and set");
    Judged judged = Judged.of(fixture, home);
    assertThat(judged.find("twins", "test", MUTANT).get("caught").booleanValue()).isFalse();
    StressFixture.control((ObjectNode) fixture.proof(ATOMIC).get("rows").get(0), MUTANT, "x");
    judged = Judged.of(fixture, home);
    JsonNode twin = judged.find("twins", "test", MUTANT);
    assertThat(twin.get("caught").booleanValue()).isTrue();
    assertThat(twin.get("outcome").stringValue()).isEqualTo("1");
    assertThat(judged.report().get("sensitivity").get("caught").intValue()).isEqualTo(1);
  }

  @Test
  void whatWasNotRunHasNoFigures() throws IOException {
    String exhibit = SpoiltRun.EXHIBIT;
    List.of(ATOMIC, MUTANT, exhibit).forEach(fixture::loseProof);
    Document page = page(Judged.of(fixture, home));
    assertThat(
            page.select("#proofs table:not(.matrix) tr:has(th a:containsOwn(Atomic)) td.num")
                .eachText())
        .containsExactly("–", "–", "–");
    assertThat(page.select("#twins tr:has(th a:containsOwn(AtomicGetThenSet)) td").eachText())
        .contains("not run –")
        .endsWith("–", "–", "0");
    assertThat(page.select("#exhibits tbody tr").first().text())
        .contains("not run")
        .doesNotContain("none in");
  }

  @Test
  void theProofOfTheLeastPowerIsTheWeakest() throws IOException {
    ObjectNode adder = fixture.proof(RunFixture.LOCKED + "Adder");
    adder.put("construct", "counter:ATOMIC");
    ((ObjectNode) adder.get("rows").get(0).get("controls").get(0)).put("ceiling", 0.001);
    fixture.result(ATOMIC, "C2").put("samples", 50_000_000);
    Document page = page(Judged.of(fixture, home));
    assertThat(
            page.select("#ledger-counter tr:has(code:containsOwn(ATOMIC)) .proof").first().text())
        .isEqualTo("proven 0 of 360 M · power 360,000 · weakest of 2");
  }

  @Test
  void explainsWhyAProofIsHeld() throws IOException {
    refuse(ATOMIC);
    Judged.of(fixture, home);
    assertThat(Judged.command("explain", "--run-dir=" + home, "LockedCounter.Atomic").out())
        .contains("HELD: nothing forbidden in", "power –, of the heart")
        .contains("Forbids 1 (an update is trampled): LockedCounter.AtomicGetThenSet, opaque; rate")
        .contains(" none, gives no power");
  }

  /** Has the only sibling of a proof not break. */
  private void refuse(String test) {
    ObjectNode proof = fixture.proof(test);
    proof.withArray("rows").removeAll();
    ObjectNode row = StressFixture.row(proof, "an update is trampled", "1");
    StressFixture.control(row, MUTANT, "opaque").put("order", true);
    unsee(fixture, MUTANT, 1);
  }

  private static String other(String name) {
    return RunFixture.EXECUTOR + name;
  }

  private static String sentence(Judged judged) throws IOException {
    return judged.report().get("sentence").stringValue();
  }

  private static Document page(Judged judged) throws IOException {
    return Jsoup.parse(judged.pages());
  }
}
