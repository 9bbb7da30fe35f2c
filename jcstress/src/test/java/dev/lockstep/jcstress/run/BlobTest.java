/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.run.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jcstress.infra.collectors.TestResult;

class BlobTest {

  @TempDir Path directory;

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    Path blob = directory.resolve("results.bin.gz");
    Blob.write(blob, Samples.result("2", 17));
    assertThat(Blob.read(blob))
        .singleElement()
        .satisfies(
            result -> {
              assertThat(result.getName()).isEqualTo(Samples.TEST);
              assertThat(result.getCount("2")).isEqualTo(17);
            });
  }

  /** jcstress itself would read such a file up to the cut and call it complete. */
  @ParameterizedTest
  @ValueSource(doubles = {0.0, 0.01, 0.5, 0.9, 0.999})
  void aFileThatIsCutShortIsRefused(double share) throws IOException {
    Path blob = directory.resolve("results.bin.gz");
    List<TestResult> many =
        IntStream.range(1, 200).mapToObj(count -> Samples.result("2", count)).toList();
    Blob.write(blob, many);
    byte[] bytes = Files.readAllBytes(blob);
    Files.write(blob, Arrays.copyOf(bytes, (int) (bytes.length * share)));
    assertThatThrownBy(() -> Blob.read(blob))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("is cut short, damaged or of another build");
  }

  @Test
  void aFileHoldsWhatWasWrittenAndNotMore() throws IOException {
    Path blob = directory.resolve("results.bin.gz");
    assertThat(Blob.holds(blob, 1)).isFalse();
    Blob.write(blob, Samples.result("2", 17));
    assertThat(Blob.holds(blob, 1)).isTrue();
    assertThat(Blob.holds(blob, 2)).isFalse();
  }

  @Test
  void aMissingFileIsRefused() {
    assertThatThrownBy(() -> Blob.read(directory.resolve("none.bin.gz")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("is missing");
  }

  @Test
  void somethingElseIsRefused() throws IOException {
    Path blob = directory.resolve("results.bin.gz");
    Files.writeString(blob, "not a blob");
    assertThatThrownBy(() -> Blob.read(blob)).isInstanceOf(RefusedException.class);
  }
}
