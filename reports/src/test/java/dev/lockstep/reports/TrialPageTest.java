/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import static dev.lockstep.reports.SpoiltRun.ATOMIC;
import static dev.lockstep.reports.SpoiltRun.TRIAL;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A page for each trial and each test: its evidence, and the command that repeats it. */
@Tag("gate")
class TrialPageTest {
  @TempDir private Path home;
  private final RunFixture fixture = RunFixture.healthy();

  private ObjectNode fork(int index) {
    return (ObjectNode) fixture.trials.get(TRIAL).get("forks").get(index);
  }

  private Document page(String name) throws IOException {
    return Jsoup.parse(Judged.of(fixture, home).text("site/" + name + ".html"));
  }

  @Test
  void aTrialShowsEveryForkWithWhatIsAgainstIt() throws IOException {
    for (int i = 0; i < 3; i++) {
      fork(i).putArray("warmup").add(90.0).add(20.0 + i);
      fork(i).putArray("measurement").add(16.0).add(18.0);
    }
    fork(1).put("disturbed", "the hypervisor took 12 % of the CPU time").put("counts", false);
    fork(2).put("stillWarming", true);
    Document page = page("trial/" + TRIAL);
    assertThat(page.select(".forks tbody tr").eachText())
        .satisfiesExactly(
            first -> assertThat(first).startsWith("1 steady 17 ").endsWith("90 20 16 18"),
            second ->
                assertThat(second)
                    .startsWith("2 disturbed the hypervisor took 12 % of the CPU time · does not")
                    .contains("90 21"),
            third -> assertThat(third).startsWith("3 still warming 17 "));
    JsonNode drawn = RunFixture.MAPPER.readTree(page.getElementById("trial-data").data());
    assertThat(drawn.get("forks").findValuesAsString("state"))
        .containsExactly("ok", "none", "race");
    assertThat(drawn.get("forks").get(1).get("warmup").toString()).isEqualTo("[90.0,21.0]");
    assertThat(drawn.get("interval").get(0).doubleValue())
        .isEqualTo(
            Judged.at(home).find("prices", "trial", TRIAL).get("interval").get(0).doubleValue());
  }

  @Test
  void aTrialHasItsFigureItsProofsItsGraphsAndItsRawData() throws IOException {
    Document page = page("trial/" + TRIAL);
    assertThat(page.select(".score").text()).contains("ns/op", "95 % interval");
    assertThat(page.text()).contains("3 forks, 3 planned · less is better");
    assertThat(page.select("a[href=../proof/" + ATOMIC + ".html]")).hasSize(1);
    assertThat(page.select("iframe").attr("loading")).isEqualTo("lazy");
    assertThat(page.select("iframe").attr("title")).isEqualTo("Flame graph of " + TRIAL + ", cpu");
    assertThat(page.text()).contains("812 samples by ctimer, 2.0 % of it the JIT compiler");
    assertThat(page.select("a[href^=../../trials/]")).hasSize(1);
    assertThat(page.select("a[href=../index.html#ledger-counter-row-atomic]")).hasSize(1);
  }

  @Test
  void aTrialSaysHowItIsMeasuredAgain() throws IOException {
    ObjectNode entry = fixture.price(TRIAL);
    entry.put("warmupIterations", 9).put("warmupTime", "33 ms");
    entry.put("measurementIterations", 5).put("measurementTime", "100 ms");
    fixture.planned.putArray("jvmArguments").add("-Xms1g").add("-Xmx1g");
    assertThat(page("trial/" + TRIAL).select("pre.command").text())
        .isEqualTo(
            "java -jar jmh/target/benchmarks.jar"
                + " '^dev\\.lockstep\\.jmh\\.counter\\.CounterCost\\.increment$' -p kind=ATOMIC -t"
                + " 2 -bm avgt -f 3 -wi 9 -w 33ms -i 5 -r 100ms -jvmArgs '-Xms1g -Xmx1g'");
  }

  @Test
  void aTrialThatFailedSaysWhy() throws IOException {
    FaultyTrials.fail(fixture, "WRONG_RESULT", "gcd gave 3");
    Document page = page("trial/" + TRIAL);
    assertThat(page.select(".score").text()).contains("–", "failed");
    assertThat(page.select(".notes").text()).contains("WRONG_RESULT: gcd gave 3");
  }

  @Test
  void aProofStandsBesideItsTwin() throws IOException {
    Document page = page("proof/" + ATOMIC);
    assertThat(page.select(".badge").first().text()).isEqualTo("proven");
    assertThat(page.select(".outcomes thead th").eachText()).contains("C2 stress", "all");
    assertThat(page.select(".outcomes tr:contains(forbidden)")).isNotEmpty();
    assertThat(page.select(".sides thead th").eachText())
        .contains("this test")
        .anyMatch(text -> text.contains("TwoLocks"));
    assertThat(page.select(".sides .differs").eachText())
        .contains("each thread locks a lock of its own");
    assertThat(page.select(".sides tr:contains(power of this test) b")).isNotEmpty();
    assertThat(page.select("pre.command").text())
        .isEqualTo(
            "java -jar jcstress/target/jcstress.jar -t '^" + ATOMIC.replace(".", "\\.") + "$'");
    assertThat(page.select(".timeline")).as("a mutant of it broke").isNotEmpty();
  }

  @Test
  void aProofThatIsHeldSaysWhy() throws IOException {
    fixture.proof(ATOMIC).put("heart", false);
    fixture.forks(ATOMIC, "1", 10, 0);
    Document page = page("proof/" + ATOMIC);
    assertThat(page.select(".badge").first().text()).isEqualTo("held");
    assertThat(page.select("h2 .hint").first().text())
        .containsAnyOf("too few forks", "too little power");
  }

  @Test
  void pagesOfARunBeforeAreGone() throws IOException {
    Path stale = home.resolve("site/trial/Gone.run-kind=A.html");
    Path other = home.resolve("site/proof/dev.Gone.html");
    for (Path file : new Path[] {stale, other}) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, "<!doctype html>");
    }
    assertThat(Judged.of(fixture, home).exit()).isZero();
    assertThat(stale).doesNotExist();
    assertThat(other).doesNotExist();
  }
}
