/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WorkloadTest {

  @ParameterizedTest
  @EnumSource
  void theKernelsComputeWhatTheOraclesExpect(Workload workload) {
    List<Object> results = new ArrayList<>();
    for (Task<?> task : workload.tasks()) {
      results.add(task.run());
    }
    workload.verify(results);
  }

  @Test
  void theCommonDivisorsOfTheFourPairs() {
    assertThat(Workload.GCD_SEED.expected()).isEqualTo(List.of(1, 1, 5, 1));
  }

  @Test
  void theDivisorsOfTheFourNumbers() {
    assertThat(Workload.FACTORIZE_SEED.expected())
        .isEqualTo(
            List.of(
                List.of(1, 101, 21179, 2139079),
                List.of(1, 7, 13, 49, 91, 637, 1907, 13349, 24791, 93443, 173537, 1214759),
                List.of(1, 19, 79823, 1516637),
                List.of(1, 5, 271, 1355, 1367, 6835, 370457, 1852285)));
  }

  @ParameterizedTest
  @CsvSource({"FACTORIZE_SEED, 6722760, 2139079", "GCD_SEED, 7566429, 2030677"})
  void theCostIsThatOfTheLoops(Workload workload, long total, long longest) {
    assertThat(workload.cost()).isEqualTo(total);
    assertThat(workload.tasks()).extracting(Task::cost).contains(longest);
    assertThat(workload.tasks()).allSatisfy(task -> assertThat(task.cost() <= longest).isTrue());
  }

  @ParameterizedTest
  @CsvSource({
    "FACTORIZE_SEED, 1, 1.000",
    "FACTORIZE_SEED, 2, 1.684",
    "FACTORIZE_SEED, 3, 2.192",
    "FACTORIZE_SEED, 4, 3.143",
    "FACTORIZE_SEED, 64, 3.143",
    "GCD_SEED, 1, 1.000",
    "GCD_SEED, 2, 1.868",
    "GCD_SEED, 3, 2.118",
    "GCD_SEED, 4, 3.726",
    "GCD_SEED, 64, 3.726"
  })
  void fourUnevenTasksBoundTheSpeedUp(Workload workload, int workers, double bound) {
    assertThat(workload.makespanBound(workers)).isEqualTo(bound, within(0.0005));
  }

  @Test
  void aBoundNeedsAWorker() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Workload.GCD_SEED.makespanBound(0))
        .withMessage("workers must be at least 1, not 0");
  }

  @Test
  void aWrongResultIsNamed() {
    assertThatExceptionOfType(WrongResultException.class)
        .isThrownBy(() -> Workload.GCD_SEED.verify(List.of(1, 2, 5, 1)))
        .withMessage("GCD_SEED: gcd(2030677, 3814172) returned 2 instead of 1");
  }

  @Test
  void aMissingResultIsNamed() {
    assertThatExceptionOfType(WrongResultException.class)
        .isThrownBy(() -> Workload.GCD_SEED.verify(List.of(1, 1, 5)))
        .withMessage("GCD_SEED returned 3 results for 4 tasks");
  }

  @Test
  void resultsInAnotherOrderAreWrong() {
    List<Object> swapped = new ArrayList<>(Workload.GCD_SEED.expected());
    swapped.addFirst(swapped.remove(2));
    assertThatExceptionOfType(WrongResultException.class)
        .isThrownBy(() -> Workload.GCD_SEED.verify(swapped));
  }
}
