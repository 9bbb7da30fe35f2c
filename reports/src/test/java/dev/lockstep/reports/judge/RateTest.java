/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.reports.run.JcstressResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A control counts by its forks, and its rate is that of the fork in the middle. */
class RateTest {
  private static final List<String> ROW = List.of("3", "2");

  @ParameterizedTest
  @CsvSource({
    "'20 20 20', true",
    "'20 20 0', true",
    "'20 20 19', true",
    "'20 19 19', false",
    "'9000 0 0', false",
    "'20 20', false",
    "'20 20 20 0', true",
    "'20 20 0 0', false",
    "'20 20 20 20 0 0', true",
    "'20 20 20 19 0 0', false",
    "'', false"
  })
  void countsWithTwoOfThreeForks(String seen, boolean counts) {
    assertThat(rate(20, longs(seen)).counts()).isEqualTo(counts);
  }

  @Test
  void oneSightingAForkIsEnoughWhereItEndsTheFork() {
    assertThat(rate(1, 1, 1, 0).counts()).isTrue();
    assertThat(rate(2, 1, 1, 0).counts()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"'20 40 8000', 0.04", "'0 20 40 8000', 0.03", "'7', 0.007", "'0 0 900', 0"})
  void takesTheForkInTheMiddle(String seen, double median) {
    assertThat(rate(20, longs(seen)).median()).isEqualTo(median);
  }

  @Test
  void aForkWithoutSamplesIsNone() {
    List<JcstressResult> results = new ArrayList<>(results(1000, 20, 20));
    results.addAll(results(0, 0, 20, 20));
    Rate rate = Rate.of(results, ROW, 20);
    assertThat(rate.forks()).isEqualTo(2);
    assertThat(rate.counts()).isFalse();
    assertThat(Rate.of(results(0, 0, 0, 0), ROW, 20)).isEqualTo(Rate.NOT_RUN);
    assertThat(Rate.NOT_RUN.median()).isNull();
  }

  @Test
  void addsUpTheOutcomesOfARowOnly() {
    JcstressResult fork =
        new JcstressResult(
            "t",
            "C2",
            0,
            1,
            "NORMAL",
            100,
            1,
            List.of(outcome("3", 4), outcome("2", 5), outcome("1", 91)),
            "");
    Rate rate = Rate.of(List.of(fork), ROW, 9);
    assertThat(rate.sightings()).isEqualTo(9);
    assertThat(rate.showing()).isEqualTo(1);
    assertThat(rate.median()).isEqualTo(0.09);
  }

  private static Rate rate(long enough, long... seen) {
    return Rate.of(results(1000, seen), ROW, enough);
  }

  private static List<JcstressResult> results(long samples, long... seen) {
    List<JcstressResult> results = new ArrayList<>();
    for (long each : seen) {
      int fork = results.size();
      List<JcstressResult.Outcome> outcomes = List.of(outcome("3", each), outcome("1", 5));
      // Every other fork is of another configuration: all are pooled.
      String configuration = fork % 2 == 0 ? "C1" : "C2";
      results.add(
          new JcstressResult("t", configuration, fork, 1, "NORMAL", samples, 1, outcomes, ""));
    }
    return results;
  }

  private static JcstressResult.Outcome outcome(String id, long count) {
    return new JcstressResult.Outcome(id, count, "ACCEPTABLE", "");
  }

  private static long[] longs(String text) {
    return text.isEmpty()
        ? new long[0]
        : List.of(text.split(" ")).stream().mapToLong(Long::parseLong).toArray();
  }
}
