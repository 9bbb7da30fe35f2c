/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A run of which everything is in order, with figures that were worked out by hand. */
class HealthyRunTest {
  private static final Offset<Double> EXACTLY = within(1e-9);

  @TempDir private static Path home;
  private static Judged judged;

  @BeforeAll
  static void judge() throws IOException {
    judged = Judged.of(RunFixture.healthy(), home);
  }

  @Test
  void passes() throws IOException {
    assertThat(judged.exit()).isZero();
    assertThat(judged.verdict()).isEqualTo("PASS");
    assertThat(judged.reasons()).isEmpty();
    assertThat(judged.report().get("sentence").stringValue())
        .isEqualTo(
            "Proofs: 11 of 11 of the heart proven; 6 of 6 others proven. 3 of 3 races were seen, 4"
                + " of 4 twins were caught. 5 of 5 models agree. 64 of 64 trials measured, each"
                + " with its flame graph.");
    assertThat(judged.out()).startsWith("PASS (exit code 0): Proofs: 11 of 11");
    assertThat(judged.out()).contains(home.resolve("site/index.html").toString());
  }

  @Test
  void hasTheKeysThatScriptsRead() throws IOException {
    assertThat(judged.report().propertyNames())
        .contains("schema", "verdict", "reasons", "plan", "environment", "durationSeconds")
        .contains("proofs", "prices", "sweeps", "claims", "coverage", "sentence", "profiling")
        .contains("exhibits", "twins", "sensitivity", "models", "sections", "observations");
    JsonNode proof = judged.report().get("proofs").get(3);
    assertThat(proof.propertyNames())
        .containsExactly(
            "construct",
            "test",
            "role",
            "heart",
            "contract",
            "template",
            "planned",
            "status",
            "held",
            "samples",
            "forks",
            "power",
            "controls",
            "outcomes",
            "mustObserve",
            "orders",
            "configurations",
            "cpus",
            "arch",
            "why");
    assertThat(proof.get("controls").get(0).propertyNames())
        .containsExactly(
            "outcome", "means", "twin", "differs", "order", "widened", "counts", "rate", "power");
    assertThat(judged.report().get("durationSeconds").doubleValue()).isEqualTo(420.0, EXACTLY);
    assertThat(judged.report().get("regression").stringValue())
        .isEqualTo("not judged: no baseline");
    assertThat(judged.report().get("coverage").get("statement").stringValue())
        .isEqualTo("x86_64 only: orders that x86 never shows cannot be refuted here");
  }

  @Test
  void tellsHowOftenABugWouldHaveShown() throws IOException {
    JsonNode proof = judged.find("proofs", "test", RunFixture.LOCKED + "Atomic");
    assertThat(proof.get("samples").longValue()).isEqualTo(360_000_000);
    assertThat(proof.get("forks").intValue()).isEqualTo(6);
    assertThat(proof.get("power").doubleValue()).isEqualTo(36_000_000, EXACTLY);
    assertThat(proof.get("held").isNull()).isTrue();
    assertThat(proof.get("why").stringValue())
        .isEqualTo(
            "0 in 360,000,000 samples of 6 forks; with the twin's bug about 36,000,000 were to be"
                + " expected");
    JsonNode control = proof.get("controls").get(0);
    assertThat(control.get("twin").stringValue()).isEqualTo(RunFixture.LOCKED + "LockedWriteOnly");
    assertThat(control.get("rate").doubleValue()).isEqualTo(0.1, EXACTLY);
    JsonNode race = judged.find("proofs", "test", RunFixture.RACE + "PlainIncrement");
    assertThat(race.get("power").isNull()).isTrue();
    assertThat(race.get("mustObserve").get("1").longValue()).isEqualTo(6_358_500);
  }

  @Test
  void takesIntervalsFromForks() throws IOException {
    JsonNode price = judged.find("prices", "trial", "CounterCost.increment-kind=ATOMIC-threads=2");
    assertThat(price.get("score").doubleValue()).isEqualTo(16.1 * 1.01, EXACTLY);
    assertThat(price.get("interval").get(0).doubleValue()).isEqualTo(16.071171935, EXACTLY);
    assertThat(price.get("interval").get(1).doubleValue()).isEqualTo(16.451994983, EXACTLY);
    assertThat(price.get("cpuPerOp").doubleValue()).isEqualTo(32.2, EXACTLY);
    assertThat(price.get("voluntarySwitchesPerOp").isNull()).isTrue();
    assertThat(price.get("proof").stringValue()).isEqualTo("PROVEN");
  }

  /** The intervals are those of forks that differ by one percent, all alike: 1.2 % to a side. */
  @Test
  void saysWhatDifferencesItTellsApart() throws IOException {
    JsonNode resolution = judged.report().get("resolution");
    assertThat(resolution.get("figures").intValue()).isEqualTo(64);
    assertThat(resolution.get("median").doubleValue()).isCloseTo(0.0167, within(0.0001));
    assertThat(resolution.get("nine").doubleValue()).isCloseTo(0.0173, within(0.0001));
    assertThat(judged.text("summary.md"))
        .contains("tells apart differences of 1.7 %, 1.7 % for nine of ten");
  }

  @Test
  void countsLostUpdates() throws IOException {
    JsonNode price =
        judged.find("prices", "trial", "CounterCost.increment-kind=VOLATILE-threads=2");
    assertThat(price.get("lost").doubleValue()).isEqualTo(15 * 243_000.0);
    assertThat(price.get("lostFraction").doubleValue()).isEqualTo(0.243, EXACTLY);
  }

  @Test
  void judgesSpeedupAgainstTheMakespanBound() throws IOException {
    JsonNode point = point("FIXED", 1);
    assertThat(point.get("workers").intValue()).isEqualTo(2);
    assertThat(point.get("speedup").doubleValue()).isEqualTo(1.868 * 0.96, EXACTLY);
    assertThat(point.get("interval").get(0).doubleValue()).isEqualTo(1.764783641, EXACTLY);
    assertThat(point.get("interval").get(1).doubleValue()).isEqualTo(1.822236496, EXACTLY);
    assertThat(point.get("makespanBound").doubleValue()).isEqualTo(1.868);
    assertThat(point.get("efficiency").doubleValue()).isEqualTo(1.868 * 0.48, EXACTLY);
    assertThat(point.get("boundEfficiency").doubleValue()).isEqualTo(0.96, EXACTLY);
    assertThat(point.get("overSubscribed").booleanValue()).isFalse();
  }

  @Test
  void clipsTheBoundToTheCores() throws IOException {
    JsonNode point = point("FIXED", 2);
    assertThat(point.get("workers").intValue()).isEqualTo(4);
    assertThat(point.get("makespanBound").doubleValue()).isEqualTo(2.0);
    assertThat(point.get("overSubscribed").booleanValue()).isTrue();
  }

  @Test
  void showsAKindWithoutWorkersAsOnePoint() throws IOException {
    JsonNode point = point("THREAD_PER_TASK", 0);
    assertThat(point.get("workers").isNull()).isTrue();
    assertThat(point.get("makespanBound").doubleValue()).isEqualTo(2.0);
    assertThat(point.get("efficiency").isNull()).isTrue();
  }

  @Test
  void fitsNoNoise() throws IOException {
    JsonNode fit = judged.find("sweeps", "kind", "FIXED").get("fit");
    assertThat(fit.get("status").stringValue()).isEqualTo("NOT_ENOUGH_CORES");
    assertThat(fit.get("points").intValue()).isEqualTo(2);
  }

  @Test
  void sumsUpForCi() throws IOException {
    assertThat(judged.text("summary.md"))
        .startsWith("# Lockstep: PASS\n")
        .contains("| CounterRace.PlainIncrement | counter:UNLOCKED | race seen |")
        .contains(
            "1 proof not run here \\(needs 5 CPUs, this machine has 2\\)\\: FiveActors.Unlocked.")
        .contains("Sensitivity, which carries no verdict: 1 of 1 mutants caught.")
        .contains(
            "Second opinion of Lincheck 3.7 and Fray 0.9.2, sequentially consistent: 2 nothing"
                + " found; 3 broke as expected.")
        .contains("| Publication.Plain | publication:PLAIN | allowed, not seen here |")
        .contains(
            "| counter:SPIN\\_LOCK | Fray | counter:SPIN\\_LOCK | nothing found | no violation in"
                + " 2,000 schedules");
    assertThat(judged.text("junit.xml"))
        .contains("name=\"proofs\" tests=\"26\" failures=\"0\" errors=\"0\" skipped=\"2\"")
        .contains("name=\"exhibits\" tests=\"2\" failures=\"0\" errors=\"0\" skipped=\"0\"")
        .contains("name=\"models\" tests=\"5\" failures=\"0\" errors=\"0\" skipped=\"0\"")
        .contains("lockstep.proofs.mutant.counter:ATOMIC", "lockstep.models.mutant.counter:ATOMIC")
        .contains("name=\"prices\" tests=\"64\" failures=\"0\" errors=\"0\" skipped=\"0\"");
  }

  @Test
  void writesTheSameBytesAgainInAnyLocale(@TempDir Path other) throws IOException {
    Locale before = Locale.getDefault();
    Judged again;
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      again = Judged.of(RunFixture.healthy(), other);
    } finally {
      Locale.setDefault(before);
    }
    for (String file :
        new String[] {
          "report.json",
          "junit.xml",
          "summary.md",
          "site/index.html",
          "site/proofs.html",
          "site/models.html"
        }) {
      assertThat(again.text(file)).as(file).isEqualTo(judged.text(file));
    }
  }

  private static JsonNode point(String kind, int index) throws IOException {
    return judged.find("sweeps", "kind", kind).get("points").get(index);
  }
}
