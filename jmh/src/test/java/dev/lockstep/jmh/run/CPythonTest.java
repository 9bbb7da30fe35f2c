/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is made of a Python that is not there, fails, or talks nonsense. */
@Timeout(300)
@Tag("gate")
class CPythonTest {

  private static final CPython ONCE = new CPython(1, 1);

  @TempDir private Path directory;

  @Test
  void withoutPythonTheColumnSaysSo() throws Exception {
    CPython.Measured measured = ONCE.measure("python-that-is-not-installed", 2, true);
    assertThat(measured.status()).isEqualTo("MISSING");
    assertThat(measured.why())
        .isEqualTo("There is no python-that-is-not-installed on the path: install one.");
  }

  @Test
  void aStandInForOneThatIsNotThereIsNone() throws Exception {
    CPython.Measured measured =
        ONCE.measure(script("echo 'pyenv: python3: command not found' >&2; exit 127"), 2, true);
    assertThat(measured.status()).isEqualTo("MISSING");
    assertThat(measured.why())
        .endsWith("not there (pyenv: python3: command not found): install one.");
  }

  @Test
  void aPythonThatFailsIsQuoted() throws Exception {
    CPython.Measured measured =
        ONCE.measure(script("echo 'one' >&2; echo 'gcd is wrong' >&2; exit 1"), 2, true);
    assertThat(measured.status()).isEqualTo("FAILED");
    assertThat(measured.why()).endsWith("ended with exit code 1: gcd is wrong.");
  }

  @Test
  void nonsenseIsNoAnswer() throws Exception {
    CPython.Measured measured =
        ONCE.measure(script("cat > /dev/null; echo '{\"version\": '"), 2, true);
    assertThat(measured.status()).isEqualTo("FAILED");
    assertThat(measured.why()).startsWith("What python3 printed is no answer: ");
  }

  @Test
  void anAnswerIsKeptAsItIs() throws Exception {
    String answer =
        "{\"version\": \"3.11.2\", \"gil\": true, \"roundTrips\": [90.5], \"results\":"
            + " [{\"workload\": \"GCD_SEED\", \"way\": \"THREADS\", \"workers\": 2, \"seconds\":"
            + " [0.5, 0.6]}], \"pipelines\": [{\"queue\": \"POLLING\", \"workers\": [1, 1, 1],"
            + " \"items\": 1000, \"seconds\": [0.1]}]}";
    CPython.Measured measured =
        ONCE.measure(script("cat > /dev/null; echo '" + answer + "'"), 2, true);
    assertThat(measured.status()).isEqualTo("MEASURED");
    assertThat(measured.gil()).isTrue();
    assertThat(measured.roundTrips()).containsExactly(90.5);
    assertThat(measured.results())
        .singleElement()
        .extracting(CPython.Way::seconds)
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Double.class))
        .containsExactly(0.5, 0.6);
    assertThat(measured.pipelines())
        .containsExactly(new CPython.Pipeline("POLLING", List.of(1, 1, 1), 1000, List.of(0.1)));
  }

  private static CPython.Measured of(double seconds, double trip, CPython.Pipeline... pipelines) {
    return new CPython.Measured(
        1,
        "MEASURED",
        null,
        "3.11.2",
        true,
        seconds,
        List.of(new CPython.Way("GCD_SEED", "SERIAL", 1, List.of(seconds / 2))),
        List.of(trip),
        List.of(pipelines));
  }

  /** As a fork is to a trial: each process adds a figure to what the others found. */
  @Test
  void eachProcessAddsItsFigures() {
    CPython.Pipeline closable =
        new CPython.Pipeline("CLOSABLE", List.of(1, 1, 1), 5000, List.of(0.2));
    CPython.Pipeline polling =
        new CPython.Pipeline("POLLING", List.of(1, 1, 1), 1000, List.of(0.9));
    CPython.Measured two = of(2, 90, closable, polling).and(of(3, 80, closable));
    assertThat(two.processes()).isEqualTo(2);
    assertThat(two.seconds()).isEqualTo(5);
    assertThat(two.results().getFirst().seconds()).containsExactly(1.0, 1.5);
    assertThat(two.roundTrips()).containsExactly(90.0, 80.0);
    assertThat(two.pipelines().getFirst().seconds()).containsExactly(0.2, 0.2);
    assertThat(two.pipelines().getLast()).isEqualTo(polling);
  }

  @Test
  void aProcessThatFailsIsNotOutvoted() {
    CPython.Measured failed = CPython.Measured.none("FAILED", "gcd is wrong");
    assertThat(of(2, 90).and(failed)).isEqualTo(failed);
    assertThat(failed.processes()).isZero();
  }

  /** The program itself, where there is a Python: what it sends through comes out. */
  @Test
  void thePipelinesOfTheNotesAreMeasured() throws Exception {
    CPython.Measured measured = ONCE.measure(2, true);
    if (measured.status().equals("MISSING")) {
      return;
    }
    assertThat(measured.why()).isNull();
    assertThat(measured.pipelines())
        .extracting(CPython.Pipeline::queue)
        .containsExactly("CLOSABLE", "POLLING");
    assertThat(measured.pipelines())
        .allSatisfy(
            pipeline -> {
              assertThat(pipeline.workers()).containsExactly(1, 1, 1);
              assertThat(pipeline.items()).isGreaterThanOrEqualTo(1000);
              assertThat(pipeline.seconds()).singleElement().matches(seconds -> seconds > 0);
            });
  }

  private String script(String body) throws IOException {
    Path script = directory.resolve("python");
    Files.writeString(script, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    return script.toString();
  }
}
