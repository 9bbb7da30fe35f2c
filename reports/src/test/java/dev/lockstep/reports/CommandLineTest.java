/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands, their exit codes and what they print. */
class CommandLineTest {
  @TempDir private Path home;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "judge",
        "judge --run-dir",
        "judge --run-dir=a --unknown",
        "nonsense",
        "history",
        "history add",
        "--unknown"
      })
  void wrongUseIsFourAndNamesTheHelp(String line) {
    Judged judged = Judged.command(line.split(" "));
    assertThat(judged.exit()).isEqualTo(4);
    assertThat(judged.err().lines()).hasSize(2);
    assertThat(judged.err()).contains("--help");
    assertThat(judged.out()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--help", "judge --help", "history --help", "explain --help", "flames --help"})
  void helpIsNoFailure(String line) {
    Judged judged = Judged.command(line.split(" "));
    assertThat(judged.exit()).isZero();
    assertThat(judged.out()).startsWith("Usage: reports.jar");
  }

  @Test
  void withoutACommandTheHelpIsShown() {
    Judged judged = Judged.command();
    assertThat(judged.exit()).isEqualTo(4);
    assertThat(judged.err()).contains("--help");
  }

  @Test
  void theMarkIsLeftUnlessTheVerdictIsPass() throws IOException {
    Path mark = home.resolve("not-passed");
    Path run = RunFixture.healthy().write(home.resolve("run"));
    Judged.command(
        "judge", "--run-dir", home.resolve("none").toString(), "--mark", mark.toString());
    assertThat(mark).exists();
    Judged.command("judge", "--run-dir", run.toString(), "--mark", mark.toString());
    assertThat(mark).doesNotExist();
  }

  @Test
  void aMissingRunDirectoryIsIncomplete() {
    Judged judged = Judged.at(home.resolve("none"));
    assertThat(judged.exit()).isEqualTo(3);
    assertThat(judged.err().lines()).hasSize(1);
    assertThat(home.resolve("none")).doesNotExist();
  }

  @Test
  void aRunDirectoryThatCannotBeWrittenIsFour() throws IOException {
    RunFixture.healthy().write(home);
    Files.writeString(home.resolve("site"), "a file where a directory must be");
    Judged judged = Judged.at(home);
    assertThat(judged.exit()).isEqualTo(4);
    assertThat(judged.err().lines()).hasSize(1);
    assertThat(judged.err()).contains("the report cannot be written", "check permissions");
  }

  @Test
  void explainsConstructsTestsAndTrials() throws IOException {
    Judged.of(RunFixture.healthy(), home);
    String run = "--run-dir=" + home;
    assertThat(Judged.command("explain", run, "counter:ATOMIC").out())
        .contains(
            "AtomicInteger, guarantee EXACT",
            "PROVEN",
            "power 36000000",
            "16.3 ns/op [16.1, 16.5]");
    assertThat(Judged.command("explain", run, "LockedCounter.Atomic").out())
        .contains("Proof dev.lockstep.jcstress.counter.LockedCounter.Atomic")
        .doesNotContain("Trial");
    assertThat(Judged.command("explain", run, "LockedCounter.Atomic").out())
        .contains("C2 + ZGC: PROVEN, 60,000,000 samples, NORMAL");
    assertThat(Judged.command("explain", run, "counter:ATOMIC").out())
        .contains("Mutant of counter:ATOMIC: " + RunFixture.LOCKED + "AtomicGetThenSet")
        .contains("MUTANT, caught; 1: 1 in 10, the median of 6 forks, 30,000,000 samples")
        .contains("Model AtomicGetThenSet", "    thread 2: increment(1): count is read: 0")
        .contains("Witness: witnesses/AtomicGetThenSet.json");
    assertThat(Judged.command("explain", run, "publication:PLAIN").out())
        .contains(
            "Exhibit " + RunFixture.PUBLICATION + "Plain", "allowed, not seen in 120,000,000");
    assertThat(Judged.command("explain", run, "LockedCounter.TwoLocks").out())
        .contains("Its bug: each thread locks a lock of its own", "name it as a control: 11");
    Judged unknown = Judged.command("explain", run, "counter:NONE");
    assertThat(unknown.exit()).isEqualTo(4);
    assertThat(unknown.err()).startsWith("counter:NONE: nothing in this run is called so");
  }

  @Test
  void explainingWhatWasNotJudgedIsOneSentence() {
    Judged judged = Judged.command("explain", "--run-dir=" + home, "x");
    assertThat(judged.exit()).isEqualTo(4);
    assertThat(judged.err()).startsWith("report.json: the file is missing").hasLineCount(1);
  }

  @Test
  void keepsANightOnceAndForAll(@TempDir Path history) throws IOException {
    Judged.of(RunFixture.healthy(), home);
    Files.createDirectories(home.resolve("proofs"));
    Files.writeString(home.resolve("proofs/blob"), "x");
    Files.createDirectories(home.resolve("trials/some"));
    Files.writeString(home.resolve("trials/some/fork"), "x");
    String[] add = {"history", "add", "--run-dir=" + home, "--history=" + history};

    assertThat(Judged.command(add).exit()).isZero();
    Path night = history.resolve("nights/2026-11-20T020000Z-quick-3f2a91c");
    assertThat(night.resolve("site/index.html")).exists();
    assertThat(night.resolve("jmh.json")).exists();
    assertThat(night.resolve("proofs")).doesNotExist();
    assertThat(night.resolve("trials/some")).doesNotExist();
    assertThat(Files.readString(history.resolve("index.html")))
        .contains("nights/2026-11-20T020000Z-quick-3f2a91c/site/index.html", "20 of 20");
    assertThat(RunFixture.MAPPER.readTree(Files.readAllBytes(history.resolve("index.json"))))
        .hasToString(RunFixture.MAPPER.readTree(index(history)).toString());

    Judged again = Judged.command(add);
    assertThat(again.exit()).isEqualTo(4);
    assertThat(again.err()).contains("a night is never changed").hasLineCount(1);
    assertThat(Judged.command("history", "list", "--history=" + history).out())
        .isEqualTo(
            "PASS        2026-11-20T020000Z-quick-3f2a91c: proven 20 of 20, measured 64 of 64"
                + System.lineSeparator());
    try (Stream<Path> nights = Files.list(history.resolve("nights"))) {
      assertThat(nights).hasSize(1);
    }
  }

  @Test
  void filesOnlyWhatWasJudged(@TempDir Path history) throws IOException {
    RunFixture.healthy().write(home);
    Judged judged = Judged.command("history", "add", "--run-dir=" + home, "--history=" + history);
    assertThat(judged.exit()).isEqualTo(4);
    assertThat(judged.err()).contains("there is no report.json; judge the run first.");
  }

  @Test
  void aNightThatCannotBeReadIsListedAsSuch(@TempDir Path history) throws IOException {
    Files.createDirectories(history.resolve("nights/2026-01-01"));
    assertThat(Judged.command("history", "list", "--history=" + history).out())
        .startsWith("UNREADABLE  2026-01-01");
  }

  private static byte[] index(Path history) throws IOException {
    return Files.readAllBytes(history.resolve("index.json"));
  }
}
