/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(screen, true, StandardCharsets.UTF_8);

  @Test
  void aLogGetsALinePerStep() {
    Progress progress = new Progress(out, false, 4, Duration.ofSeconds(40));
    progress.alreadyDone(2);
    progress.running("three");
    progress.done("three");
    assertThat(shown()).isEqualTo("3 of 4 · 0:10 left · three\n");
  }

  @Test
  void aTerminalGetsOneLiveLine() {
    Progress progress = new Progress(out, true, 2, Duration.ofSeconds(20));
    progress.running("one");
    progress.done("one");
    progress.done("two");
    assertThat(shown()).startsWith("\r1 of 2 · 0:20 left · one").endsWith("\n");
    assertThat(shown().lines()).as("lines after carriage returns").hasSizeLessThanOrEqualTo(4);
  }

  @Test
  void aLongNameDoesNotBreakTheLine() {
    new Progress(out, true, 2, Duration.ZERO).running("x".repeat(500));
    assertThat(shown()).hasSize(119).endsWith("…");
  }

  @Test
  void whatIsOverdrawnIsNoTime() {
    assertThat(Progress.clock(Duration.ofSeconds(125))).isEqualTo("2:05");
    assertThat(Progress.clock(Duration.ofSeconds(-3))).isEqualTo("0:00");
  }

  private String shown() {
    return screen.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }
}
