/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.lockstep.core.OtherThread;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkloadTest {

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"GCD_X64", "FACTORIZE_X64"})
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
    "GCD_SEED, 64, 3.726",
    "GCD_X64, 2, 1.992",
    "GRAIN_21, 3, 2.000",
    "GRAIN_6, 8, 8.000",
    "SKEWED, 2, 1.996",
    "SKEWED, 5, 1.996",
    "AMDAHL_0, 2, 2.000",
    "AMDAHL_5, 2, 1.882",
    "AMDAHL_25, 2, 1.600",
    "AMDAHL_25, 3, 2.000",
    "AMDAHL_25, 1000, 3.765",
    "AMDAHL_50, 8, 1.778",
    "AMDAHL_100, 8, 1.000"
  })
  void theTasksBoundTheSpeedUp(Workload workload, int workers, double bound) {
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

  @ParameterizedTest
  @CsvSource({
    "GCD_SEED, GCD_X4, 4",
    "GCD_SEED, GCD_X16, 16",
    "GCD_SEED, GCD_X64, 64",
    "FACTORIZE_SEED, FACTORIZE_X4, 4",
    "FACTORIZE_SEED, FACTORIZE_X16, 16",
    "FACTORIZE_SEED, FACTORIZE_X64, 64"
  })
  void aListIsRepeated(Workload list, Workload repeated, int times) {
    List<Task<?>> tasks = new ArrayList<>();
    List<Object> expected = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      tasks.addAll(list.tasks());
      expected.addAll(list.expected());
    }
    assertThat(repeated.tasks()).isEqualTo(tasks);
    assertThat(repeated.expected()).isEqualTo(expected);
    assertThat(repeated.cost()).isEqualTo(times * list.cost());
  }

  @ParameterizedTest
  @ValueSource(ints = {6, 9, 12, 15, 18, 21})
  void grainsHaveTheSameStepsInTasksOfKnownSize(int exponent) {
    Workload grain = Workload.valueOf("GRAIN_" + exponent);
    assertThat(grain.cost()).isEqualTo(1 << 23);
    assertThat(grain.tasks()).hasSize(1 << (23 - exponent));
    assertThat(Set.copyOf(grain.tasks()))
        .singleElement()
        .isInstanceOfSatisfying(
            Task.Gcd.class,
            task -> {
              assertThat(task.cost()).isEqualTo(1 << exponent);
              assertThat(BigInteger.ONE.shiftLeft(exponent).nextProbablePrime())
                  .isEqualTo(BigInteger.valueOf(task.a()));
            });
  }

  @Test
  void oneTaskIsAsLargeAsAllOthers() {
    List<Task<?>> tasks = Workload.SKEWED.tasks();
    assertThat(tasks).hasSize(256);
    assertThat(tasks.getFirst().cost()).isEqualTo(2_139_079);
    assertThat(tasks.subList(1, 256))
        .allSatisfy(task -> assertThat(task.cost()).isBetween(8_228L, 8_482L));
    assertThat(Workload.SKEWED.cost()).isEqualTo(2_139_079 + 255 * 8_355);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 5, 25, 50, 100})
  void theSerialFractionIsExact(int percent) {
    Workload amdahl = Workload.valueOf("AMDAHL_" + percent);
    assertThat(amdahl.tasks()).hasSize(64);
    assertThat(amdahl.cost()).isEqualTo(64 * 131_000);
    assertThat(amdahl.serialCost() * 100).isEqualTo(amdahl.cost() * percent);
  }

  @Test
  void nobodyComputesBesideASerialStep() throws Exception {
    Task.Gcd range = new Task.Gcd(1_000_003, 1_000_000);
    Task.Amdahl serial = new Task.Amdahl(range, 1_000_000);
    Task.Amdahl parallel = new Task.Amdahl(range, 0);
    assertThat(finishes(parallel, Task.Amdahl.LOCK.readLock())).isTrue();
    assertThat(finishes(serial, Task.Amdahl.LOCK.readLock())).isFalse();
    assertThat(finishes(parallel, Task.Amdahl.LOCK.writeLock())).isFalse();
  }

  /** Whether the task ends while another thread has the lock; if not, it waits for that lock. */
  private static boolean finishes(Task<?> task, Lock lock) throws Exception {
    OtherThread<?> other;
    boolean finished;
    lock.lock();
    try {
      other = OtherThread.start(task::run);
      OtherThread.until("ends or waits", () -> other.isWaiting() || other.result().isDone());
      finished = other.result().isDone();
    } finally {
      lock.unlock();
    }
    assertThat(other.get()).isEqualTo(task.expected());
    return finished;
  }

  @Test
  void onlyTasksThatShareALockStayInTheProcess() {
    assertThat(Workload.values())
        .filteredOn(workload -> !workload.portable())
        .extracting(Workload::name)
        .containsExactly("AMDAHL_0", "AMDAHL_5", "AMDAHL_25", "AMDAHL_50", "AMDAHL_100");
  }

  @Test
  @SuppressWarnings("JdkObsolete") // the worst case: a list whose elements cannot be had by index
  void aListWithoutIndexIsVerifiedInOnePass() {
    List<Object> results = new LinkedList<>(Workload.GRAIN_6.expected());
    Workload.GRAIN_6.verify(results);
    results.removeLast();
    results.add(2);
    assertThatExceptionOfType(WrongResultException.class)
        .isThrownBy(() -> Workload.GRAIN_6.verify(results))
        .withMessage("GRAIN_6: gcd(67, 64) returned 2 instead of 1");
  }
}
