/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Git as it is found on other people's machines, played by shell scripts. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class GitTest {

  private static final Duration LONG = Duration.ofMinutes(10);

  @TempDir private Path directory;

  @Test
  void aChildThatKeepsTheOutputOpenIsNotWaitedFor() throws Exception {
    // A reader of a pipe would wait for ten minutes, and this test fails after one.
    Git git = git("echo abc; sleep 600 & echo $! > child", LONG);
    assertThat(git.ask("rev-parse", "HEAD")).isEqualTo("abc");
    ProcessHandle.of(Long.parseLong(Files.readString(directory.resolve("child")).strip()))
        .ifPresent(ProcessHandle::destroyForcibly);
  }

  @Test
  void oneThatHangsIsGivenUp() throws IOException {
    Git git = git("sleep 600", Duration.ofMillis(200));
    assertThatThrownBy(() -> git.ask("status")).hasMessageContaining("no answer");
    assertThat(Code.at(git).commit()).isEqualTo("unknown");
  }

  @Test
  void aCheckoutOfThisSuiteHasItsMark() {
    assertThat(Path.of("..").resolve(Code.MARK)).exists();
  }

  @Test
  void noneIsNoCommit() {
    Code code = Code.at(new Git(directory.resolve("none").toString(), directory, LONG));
    assertThat(code.commit()).isEqualTo("unknown");
    assertThat(code.why()).startsWith("The commit is unknown (").contains("none");
  }

  @Test
  void whatItSaysIsTheReason() throws IOException {
    Code code = Code.at(git("echo fatal: not a git repository >&2; exit 128", LONG));
    assertThat(code.why()).contains("git ls-files failed: fatal: not a git repository");
  }

  @Test
  void theCommitOfACheckoutAround() throws Exception {
    // Where this suite lies in another repository, its files have longer names there, or none.
    String commit = "0123456789012345678901234567890123456789";
    for (String names : new String[] {"", "vendor/lockstep/$3"}) {
      Code code = Code.at(git(answers(names, commit, ""), LONG));
      assertThat(code.commit()).isEqualTo("unknown");
      assertThat(code.why()).contains("is no checkout of this suite");
    }
    assertThat(Code.at(git(answers("$3", commit, ""), LONG))).isEqualTo(new Code(commit, false));
    assertThat(Code.at(git(answers("$3", commit, "?? new"), LONG)))
        .isEqualTo(new Code(commit, true));
  }

  private static String answers(String names, String commit, String status) {
    return """
    case $1 in
      ls-files) echo "%s";;
      rev-parse) echo %s;;
      status) echo "%s";;
    esac
    """
        .formatted(names, commit, status);
  }

  private Git git(String script, Duration limit) throws IOException {
    Path file = directory.resolve("git");
    Files.writeString(file, "#!/bin/sh\nshift 4\n" + script);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return new Git(file.toString(), directory, limit);
  }
}
