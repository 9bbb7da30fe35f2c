/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shell takes a command apart into the words that were meant. */
@Tag("gate")
class CommandTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.lockstep.Plain",
        "it's",
        "$HOME `id` $(id)",
        "a\"b",
        "*.java; rm -rf x",
        "back\\slash",
        "-t",
        "#no comment"
      })
  void aShellSeesOneWord(String name) throws Exception {
    List<String> words = words(Command.of(name));
    assertThat(words).hasSize(5);
    assertThat(name).matches(words.get(4));
  }

  @Test
  void whatCannotBeSeenGivesNoCommand() {
    assertThat(Command.of("two\nlines")).isEmpty();
    assertThat(Command.of("right\u202eleft")).isEmpty();
    assertThat(Command.of("x".repeat(5000))).isEmpty();
  }

  private static List<String> words(String command) throws IOException, InterruptedException {
    Process shell = new ProcessBuilder("sh", "-c", "printf '%s\\n' " + command).start();
    List<String> words =
        new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    assertThat(shell.waitFor()).isZero();
    return words;
  }
}
