/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.reports.judge.Judge;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.report.Verdict;
import dev.lockstep.reports.run.RunReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Whatever single planned item is missing, the run is not whole. */
@Tag("gate")
class MissingItemTest {
  @TempDir private Path home;

  @Test
  void anyMissingProofIsNoticed() throws IOException {
    RunFixture.healthy().write(home);
    List<String> tests = names(RunFixture.healthy(), "proofs", "test");
    assertThat(tests).hasSize(26);
    for (String test : tests) {
      RunFixture fixture = RunFixture.healthy();
      fixture.loseProof(test);
      Files.writeString(home.resolve("jcstress.json"), fixture.jcstress.toString());
      assertIncomplete(test);
    }
  }

  @Test
  void anyMissingConfigurationIsNoticed() throws IOException {
    RunFixture.healthy().write(home);
    int results = RunFixture.healthy().jcstress.get("results").size();
    for (int i = 0; i < results; i++) {
      RunFixture fixture = RunFixture.healthy();
      fixture.jcstress.withArray("results").remove(i);
      Files.writeString(home.resolve("jcstress.json"), fixture.jcstress.toString());
      assertIncomplete("result " + i);
    }
  }

  @Test
  void anyMissingTrialIsNoticed() throws IOException {
    RunFixture.healthy().write(home);
    for (String id : names(RunFixture.healthy(), "trials", "id")) {
      RunFixture fixture = RunFixture.healthy();
      Path notes = home.resolve("trials/" + id + ".json");
      fixture.lose(id);
      Files.writeString(home.resolve("jmh.json"), fixture.jmh.toString());
      Files.move(notes, home.resolve("kept"));
      assertIncomplete(id);
      Files.move(home.resolve("kept"), notes);
    }
  }

  @Test
  void anyMissingModelIsNoticed() throws IOException {
    RunFixture.healthy().write(home);
    for (int i = 0; i < RunFixture.healthy().list("models").size(); i++) {
      RunFixture fixture = RunFixture.healthy();
      fixture.models.withArray("results").remove(i);
      Files.writeString(home.resolve("models.json"), fixture.models.toString());
      assertIncomplete("model " + i);
    }
  }

  private void assertIncomplete(String what) {
    Report report = Judge.judge(RunReader.read(home));
    assertThat(report.verdict()).as(what).isEqualTo(Verdict.INCOMPLETE);
    assertThat(report.reasons()).as(what).isNotEmpty();
  }

  private static List<String> names(RunFixture fixture, String list, String key) {
    List<String> names = new ArrayList<>();
    for (JsonNode each : fixture.list(list)) {
      names.add(each.get(key).stringValue());
    }
    return names;
  }
}
