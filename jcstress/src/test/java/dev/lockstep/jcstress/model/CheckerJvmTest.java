/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.run.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real checker, on what is small. */
@Timeout(300)
@Tag("gate")
class CheckerJvmTest {

  private static final Duration LIMIT = Duration.ofMinutes(1);

  @TempDir private Path results;

  @Test
  void breaksWhatIsBrokenAndExhaustsWhatIsNot() throws Exception {
    List<String> ids = List.of("counter:UNLOCKED", "counter:ATOMIC");
    try (CheckerJvm jvm = start(ids)) {
      assertThat(jvm.await(file("counter-UNLOCKED"), LIMIT)).isNull();
      assertThat(jvm.await(file("counter-ATOMIC"), LIMIT)).isNull();
    }
    ModelResult unlocked = Json.read(file("counter-UNLOCKED"), ModelResult.class);
    assertThat(unlocked.outcome()).isEqualTo(Outcome.BROKEN);
    assertThat(unlocked.wrong()).isEqualTo("value() gave 1 after two increments");
    assertThat(unlocked.exhausted()).isFalse();
    assertThat(Witness.of(unlocked, OwnSources.names(), "").steps())
        .extracting(Interleaving.Step::text)
        .contains("count is read: 0", "count is set: 1");
    ModelResult atomic = Json.read(file("counter-ATOMIC"), ModelResult.class);
    assertThat(atomic.outcome()).isEqualTo(Outcome.NOTHING_FOUND);
    assertThat(atomic.exhausted()).isTrue();
    assertThat(atomic.interleavings()).isBetween(2, 49);
  }

  @Test
  void aCheckThatTakesTooLongIsEnded() throws Exception {
    try (CheckerJvm jvm = start(List.of("counter:ATOMIC"))) {
      assertThat(jvm.await(file("counter-ATOMIC"), Duration.ZERO))
          .isEqualTo("The checker gave no answer within 0 s.");
    }
  }

  @Test
  void aCheckerThatDiesIsNoResult() throws Exception {
    try (CheckerJvm jvm = start(List.of("counter:NONE"))) {
      assertThat(jvm.await(file("counter-NONE"), LIMIT))
          .startsWith("The checker's JVM ended with code 1: ");
    }
  }

  private CheckerJvm start(List<String> ids) throws IOException {
    return CheckerJvm.start(CheckerJvm.lincheck(), results, results.resolve("log"), 50, ids);
  }

  private Path file(String name) {
    return results.resolve(name + ".json");
  }
}
