/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a JVM has to offer to a kind. */
class ExecutorKindTest {

  @Test
  void theCarriersOfAJvmCannotBeChosenAfterItsStart() {
    int carriers = Carriers.count();
    int other = carriers + 1;
    assertThatIllegalStateException()
        .isThrownBy(() -> ExecutorKind.VIRTUAL.create(other))
        .withMessage(
            "VIRTUAL with "
                + other
                + " workers needs a JVM started with -Djdk.virtualThreadScheduler.parallelism="
                + other
                + "; this one has "
                + carriers
                + " carriers");
  }

  @Test
  void theCommonPoolOfAJvmCannotBeChosenAfterItsStart() {
    int threads = ForkJoinPool.getCommonPoolParallelism();
    int other = threads + 1;
    assertThatIllegalStateException()
        .isThrownBy(() -> ExecutorKind.CF_ASYNC.create(other))
        .withMessage(
            "CF_ASYNC with "
                + other
                + " workers needs a JVM started with"
                + " -Djava.util.concurrent.ForkJoinPool.common.parallelism="
                + other
                + "; this one has "
                + threads
                + " threads in the common pool");
  }

  @ParameterizedTest
  @EnumSource
  void workersAreAtLeastOne(ExecutorKind kind) {
    for (int workers : new int[] {0, -1, Integer.MIN_VALUE}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> kind.create(workers))
          .withMessage("workers must be at least 1, not " + workers);
    }
  }
}
