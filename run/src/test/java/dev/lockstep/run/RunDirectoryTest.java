/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("gate")
class RunDirectoryTest {

  private static final Code CODE = new Code("abc", false);
  private static final List<String> OWN = List.of("trials", "jmh.json");

  @TempDir Path root;

  @Test
  void beginsWithWhoAndWhere() {
    try (RunDirectory run = open(Plan.QUICK, CODE, "jar", false)) {
      assertThat(run.complete()).isFalse();
      assertThat(run.info().plan()).isEqualTo("quick");
      assertThat(run.info().end()).isNull();
    }
    assertThat(root.resolve("run/environment.json")).isNotEmptyFile();
    assertThat(Json.read(root.resolve("run/run.json"), RunInfo.class).commit()).isEqualTo("abc");
  }

  @Test
  void goesOnWithWhatAnEarlierStartKept() {
    try (RunDirectory run = open(Plan.QUICK, CODE, "jar", false)) {
      run.write("trials/one.json", "kept");
    }
    try (RunDirectory run = open(Plan.QUICK, CODE, "jar", false)) {
      assertThat(run.path().resolve("trials/one.json")).isNotEmptyFile();
      run.completed(0);
      assertThat(run.complete()).isTrue();
      assertThat(run.info().end()).isNotNull();
    }
    try (RunDirectory run = open(Plan.QUICK, CODE, "jar", false)) {
      assertThat(run.complete()).isTrue();
    }
  }

  @Test
  void anotherPlanIsRefusedWhereSomebodyNamedTheDirectory() {
    open(Plan.QUICK, CODE, "jar", false).close();
    assertThatThrownBy(() -> open(Plan.NIGHTLY, CODE, "jar", false))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("holds a run of plan quick, not nightly")
        .hasMessageContaining("-Drun.dir=DIR");
  }

  @Test
  void anotherCommitIsRefusedWhereSomebodyNamedTheDirectory() {
    open(Plan.QUICK, CODE, "jar", false).close();
    assertThatThrownBy(() -> open(Plan.QUICK, new Code("def", false), "jar", false))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("holds a run of commit abc, not def");
  }

  @Test
  void otherCodeOfTheSameCommitIsRefusedWhereSomebodyNamedTheDirectory() {
    open(Plan.QUICK, CODE, "jar", false).close();
    assertThatThrownBy(() -> open(Plan.QUICK, CODE, "other jar", false))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("other code");
  }

  @Test
  void theDefaultDirectoryPutsAnotherRunAside() {
    try (RunDirectory run = open(Plan.QUICK, CODE, "jar", true)) {
      run.write("trials/one.json", "old");
    }
    try (RunDirectory run = open(Plan.SMOKE, CODE, "jar", true)) {
      assertThat(run.info().plan()).isEqualTo("smoke");
      assertThat(run.path().resolve("trials")).doesNotExist();
    }
    assertThat(root.resolve("run.previous/trials/one.json")).isNotEmptyFile();
  }

  @Test
  void aJudgedRunIsNeverMixedWithTheNext() {
    try (RunDirectory run = open(Plan.QUICK, CODE, "jar", true)) {
      run.write("trials/one.json", "old");
      run.completed(0);
      run.write("report.json", "verdict");
    }
    try (RunDirectory run = open(Plan.QUICK, CODE, "jar", true)) {
      assertThat(run.path().resolve("trials")).doesNotExist();
      assertThat(run.path().resolve("report.json")).doesNotExist();
    }
    assertThat(root.resolve("run.previous/report.json")).isNotEmptyFile();
  }

  @Test
  void aJudgedRunInANamedDirectoryIsRefused() {
    try (RunDirectory run = open(Plan.QUICK, CODE, "jar", false)) {
      run.completed(0);
      run.write("report.json", "verdict");
    }
    assertThatThrownBy(() -> open(Plan.QUICK, CODE, "jar", false))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("finished and judged");
  }

  @Test
  void aLookAtAnUnfinishedRunDoesNotEndIt() {
    try (RunDirectory run = open(Plan.QUICK, CODE, "jar", false)) {
      run.write("trials/one.json", "kept");
      run.write("report.json", "verdict");
    }
    try (RunDirectory run = open(Plan.QUICK, CODE, "jar", false)) {
      assertThat(run.path().resolve("trials/one.json")).isNotEmptyFile();
      assertThat(run.path().resolve("report.json")).doesNotExist();
    }
  }

  @Test
  void changedCodeDropsOnlyTheOwnPartInTheDefaultDirectory() {
    try (RunDirectory run = open(Plan.QUICK, CODE, "jar", true)) {
      run.write("trials/one.json", "of the old jar");
      run.write("jcstress.json", "of the other harness");
    }
    try (RunDirectory run = open(Plan.QUICK, CODE, "new jar", true)) {
      assertThat(run.path().resolve("trials")).doesNotExist();
      assertThat(run.path().resolve("jcstress.json")).isNotEmptyFile();
    }
  }

  @Test
  void aDirectoryOfSomethingElseIsLeftAlone() throws IOException {
    Path precious = Files.createDirectories(root.resolve("run")).resolve("precious.txt");
    Files.writeString(precious, "mine");
    assertThatThrownBy(() -> open(Plan.QUICK, CODE, "jar", true))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("is not empty and holds no run");
    assertThat(precious).hasContent("mine");
  }

  @Test
  void aPathThatCannotBeADirectoryIsRefused() throws IOException {
    Files.writeString(root.resolve("run"), "a file");
    assertThatThrownBy(() -> open(Plan.QUICK, CODE, "jar", true))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("cannot be written");
  }

  @Test
  void aTruncatedRunFileIsRefused() throws IOException {
    open(Plan.QUICK, CODE, "jar", false).close();
    Files.writeString(root.resolve("run/run.json"), "{ \"schema\": 1, \"pl");
    assertThatThrownBy(() -> open(Plan.QUICK, CODE, "jar", false))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("run.json is damaged");
  }

  @Test
  void anotherSchemaIsRefused() throws IOException {
    open(Plan.QUICK, CODE, "jar", false).close();
    Path file = root.resolve("run/run.json");
    Files.writeString(
        file, Files.readString(file).replaceFirst("\"schema\" : 1", "\"schema\" : 9"));
    assertThatThrownBy(() -> open(Plan.QUICK, CODE, "jar", false))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("schema 9");
  }

  @Test
  void leavesNoTemporaryFiles() throws IOException {
    try (RunDirectory run = open(Plan.QUICK, CODE, "jar", false)) {
      run.write("trials/one.json", "whole");
    }
    try (var files = Files.walk(root)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.startsWith(".writing"));
    }
  }

  private RunDirectory open(Plan plan, Code code, String jar, boolean replaceable) {
    RunRequest request =
        new RunRequest(plan, root.resolve("run"), replaceable, Budget.NONE, true, false);
    return RunDirectory.open(request, code, "jmh", jar, OWN);
  }
}
