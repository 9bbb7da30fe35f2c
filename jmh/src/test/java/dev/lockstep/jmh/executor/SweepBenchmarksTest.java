/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.kernel.Workload;
import dev.lockstep.core.kernel.WrongResultException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The benchmarks beside the sweep do what they say and notice what is wrong. */
class SweepBenchmarksTest {

  @Test
  void theBareLoopGivesTheAnswersOfTheList() {
    RawLoop loop = new RawLoop();
    loop.workload = Workload.GCD_SEED;
    loop.open();
    for (int invocation = 0; invocation < 2; invocation++) {
      assertThat(List.of(loop.run())).isEqualTo(Workload.GCD_SEED.expected());
      loop.verify();
    }
  }

  @Test
  void resultsOfTheLastTimeAreNoResults() {
    RawLoop loop = new RawLoop();
    loop.workload = Workload.GCD_SEED;
    loop.open();
    Object[] _ = loop.run();
    loop.verify();
    assertThatExceptionOfType(WrongResultException.class)
        .isThrownBy(loop::verify)
        .withMessageStartingWith("GCD_SEED: gcd(")
        .withMessageContaining("returned null instead of");
  }

  @ParameterizedTest
  @EnumSource(names = {"SERIAL", "FIXED", "VIRTUAL"})
  void aColdShotGivesTheAnswersOfTheList(ExecutorKind kind) {
    ColdSweep cold = new ColdSweep();
    cold.kind = kind;
    cold.workload = Workload.GCD_SEED;
    cold.workers = 2;
    cold.prepare();
    assertThat(cold.map()).isEqualTo(Workload.GCD_SEED.expected());
    cold.verifyAndClose();
  }

  @Test
  void aWrongAnswerOfAnOpeningIsKeptUntilTheIterationEnds() {
    PoolCost cost = new PoolCost();
    cost.kind = ExecutorKind.FIXED;
    cost.workers = 2;
    cost.prepare();
    assertThat(cost.open()).containsExactly(1, 1);
    cost.verify();
    cost.check(List.of(1, 2));
    cost.check(List.of(1, 1));
    assertThatExceptionOfType(WrongResultException.class)
        .isThrownBy(cost::verify)
        .withMessage("FIXED returned [1, 2] for tasks that return 1");
  }
}
