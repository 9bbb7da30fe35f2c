/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarnessTest {

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

  @Test
  void recordedIsZero() {
    assertThat(run(request -> {})).isEqualTo(Harness.RECORDED);
    assertThat(said()).isEmpty();
  }

  @Test
  void badInputIsThreeAndOneSentence() {
    int code =
        run(
            request -> {
              throw new RefusedException("The cause: the remedy.");
            });
    assertThat(code).isEqualTo(Harness.REFUSED);
    assertThat(said()).isEqualToIgnoringNewLines("The cause: the remedy.");
  }

  @Test
  void aFullDiskIsThreeAndNamesTheRemedy() {
    int code =
        run(
            request -> {
              throw new IOException("No space left on device");
            });
    assertThat(code).isEqualTo(Harness.REFUSED);
    assertThat(said()).contains("No space left on device").contains("make room").hasLineCount(1);
  }

  @Test
  void aBugIsFourWithItsTrace() {
    int code =
        run(
            request -> {
              throw new IllegalStateException("bug");
            });
    assertThat(code).isEqualTo(Harness.FAILED);
    assertThat(said()).contains("The tool itself failed").contains("HarnessTest");
  }

  @Test
  void anUnknownPlanIsBadInput() {
    PrintStream err = new PrintStream(screen, true, StandardCharsets.UTF_8);
    String[] arguments = {"--plan=fast", "--run-dir=d"};
    assertThat(Harness.run(arguments, err, request -> {})).isEqualTo(Harness.REFUSED);
    assertThat(said()).contains("There is no plan").hasLineCount(1);
  }

  @Test
  void leavesAMarkUnlessEverythingIsRecorded(@TempDir Path directory) {
    Path mark = directory.resolve("refused");
    PrintStream err = new PrintStream(screen, true, StandardCharsets.UTF_8);
    Harness.run(new String[] {"--plan=fast", "--run-dir=d", "--mark=" + mark}, err, request -> {});
    assertThat(mark).hasContent("3");
    Harness.run(new String[] {"--plan=quick", "--run-dir=d", "--mark=" + mark}, err, request -> {});
    assertThat(mark).doesNotExist();
  }

  private int run(Harness.Run run) {
    PrintStream err = new PrintStream(screen, true, StandardCharsets.UTF_8);
    return Harness.run(new String[] {"--plan=quick", "--run-dir=d"}, err, run);
  }

  private String said() {
    return screen.toString(StandardCharsets.UTF_8);
  }
}
