/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lockstep.core.kernel.Kernel;
import dev.lockstep.core.kernel.KernelKind;
import dev.lockstep.core.kernel.Task;
import dev.lockstep.core.kernel.Workload;
import dev.lockstep.core.kernel.WrongResultException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class KernelCostTest {

  /** Right but for one number. */
  private record Planted(int wrong) implements Kernel {

    @Override
    public int gcd(int a, int b) {
      return a == wrong ? 2 : KernelKind.ROOT.kernel().gcd(a, b);
    }

    @Override
    public List<Integer> factorize(int number) {
      return number == wrong ? List.of(1) : KernelKind.ROOT.kernel().factorize(number);
    }
  }

  private static KernelCost opened(KernelKind kind, Function function) {
    KernelCost cost = new KernelCost();
    cost.kind = kind;
    cost.function = function;
    cost.open();
    return cost;
  }

  private static void run(KernelCost cost) {
    KernelCost.Results results = new KernelCost.Results();
    results.open(cost);
    assertThat(cost.run(results)).isSameAs(results.results).hasSize(4);
    results.verify();
  }

  private static void call(KernelCost cost) {
    KernelCost.Result result = new KernelCost.Result();
    result.open(cost);
    cost.call(result);
    result.verify();
  }

  @ParameterizedTest
  @EnumSource
  void everyKernelThatIsThereGivesTheSeedsAnswers(KernelKind kind) {
    assumeThat(kind.unavailable()).isEmpty();
    for (Function function : Function.values()) {
      KernelCost cost = opened(kind, function);
      run(cost);
      call(cost);
    }
  }

  @Test
  void aKernelThatIsNotThereSaysWhy() {
    assumeThat(KernelKind.VECTOR.unavailable()).isPresent();
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> opened(KernelKind.VECTOR, Function.GCD))
        .withMessageStartingWith("VECTOR: this JVM runs without the Vector API; start it with");
  }

  @Test
  void aWrongResultIsNamed() {
    KernelCost gcd = opened(KernelKind.LOOP, Function.GCD);
    gcd.kernel = new Planted(1551645);
    assertThatExceptionOfType(WrongResultException.class)
        .isThrownBy(() -> run(gcd))
        .withMessage("LOOP, GCD_SEED: gcd(1551645, 2229620) returned 2 instead of 5");
    KernelCost factorize = opened(KernelKind.ROOT, Function.FACTORIZE);
    factorize.kernel = new Planted(1516637);
    assertThatExceptionOfType(WrongResultException.class)
        .isThrownBy(() -> run(factorize))
        .withMessageStartingWith(
            "ROOT, FACTORIZE_SEED: factorize(1516637) returned [1] instead of");
  }

  @Test
  void aWrongResultOfTheSmallestCallIsNamed() {
    KernelCost gcd = opened(KernelKind.LOOP, Function.GCD);
    gcd.kernel = new Planted(1);
    assertThatExceptionOfType(WrongResultException.class)
        .isThrownBy(() -> call(gcd))
        .withMessage("LOOP, GCD of 1 returned 2 instead of 1");
  }

  @Test
  void theTasksOfAnotherWorkloadAreNoCalls() {
    Task<?> task = Workload.AMDAHL_5.tasks().getFirst();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Function.run(KernelKind.LOOP.kernel(), task));
  }
}
