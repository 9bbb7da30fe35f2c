/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.lockstep.run.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class StressFileTest {

  @Test
  void holdsSeenAndUnseenOutcomesWithTheirGrades() {
    StressFile.Result result =
        StressFile.of(List.of(Samples.result("6", 1000))).results().getFirst();
    assertThat(result.test()).isEqualTo(Samples.TEST);
    assertThat(result.configuration()).isEqualTo("C2");
    assertThat(result.status()).isEqualTo("NORMAL");
    assertThat(result.samples()).isEqualTo(1000);
    assertThat(result.outcomes())
        .anySatisfy(
            seen -> {
              assertThat(seen.id()).isEqualTo("6");
              assertThat(seen.count()).isEqualTo(1000);
              assertThat(seen.expect()).isEqualTo("ACCEPTABLE");
            })
        .anySatisfy(
            unseen -> {
              assertThat(unseen.id()).isEqualTo("5");
              assertThat(unseen.count()).isZero();
              assertThat(unseen.expect()).isEqualTo("FORBIDDEN");
            });
  }

  @Test
  void anOutcomeThatNoTableNamesIsForbidden() {
    StressFile.Result result = StressFile.of(List.of(Samples.result("7", 1))).results().getFirst();
    assertThat(result.outcomes())
        .filteredOn(outcome -> outcome.id().equals("7"))
        .singleElement()
        .satisfies(outcome -> assertThat(outcome.expect()).isEqualTo("FORBIDDEN"));
  }

  @Test
  void namesTheVersionOfJcstress() {
    assertThat(StressFile.of(List.of()).jcstress()).matches("[0-9]+[.][0-9]+.*");
  }

  @Test
  void sameResultsGiveTheSameBytes() {
    StressFile one = StressFile.of(List.of(Samples.result("5", 1), Samples.result("6", 2)));
    assertThat(new String(Json.write(one), StandardCharsets.UTF_8))
        .isEqualTo(new String(Json.write(one), StandardCharsets.UTF_8))
        .contains("\"schema\" : 1");
  }

  @Test
  void tellsOfEveryTestAndConfigurationWhatANightComparesWithTheLast() {
    StressFile.Trend trend =
        StressFile.of(
                List.of(Samples.result("6", 1000), Samples.result("5", 3), Samples.result("5", 4)))
            .tests()
            .getFirst();
    assertThat(trend.test()).isEqualTo(Samples.TEST);
    assertThat(trend.configuration()).isEqualTo("C2");
    assertThat(trend.forks()).isEqualTo(3);
    assertThat(trend.samples()).isEqualTo(1007);
    assertThat(trend.samplesPerSecond()).isCloseTo(trend.samples() / trend.seconds(), within(0.1));
    assertThat(trend.sightings())
        .containsExactly(new StressFile.Sighting("5", "FORBIDDEN", 7, 0, 1003));
  }

  @Test
  void keepsTheOrderOfArrival() {
    List<StressFile.Result> results =
        StressFile.of(List.of(Samples.result("6", 1), Samples.result("6", 2))).results();
    assertThat(results).extracting(StressFile.Result::order).containsExactly(1, 2);
    assertThat(results).extracting(StressFile.Result::samples).containsExactly(1L, 2L);
    assertThat(results).allSatisfy(result -> assertThat(result.seconds()).isPositive());
  }
}
