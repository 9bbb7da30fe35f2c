/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import dev.lockstep.core.run.Plan;
import dev.lockstep.jcstress.proof.ProofTest;
import dev.lockstep.jcstress.proof.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What each plan proves: the one place that holds these numbers.
 *
 * @param iterations of one fork
 * @param millis of one iteration
 * @param forks of one test in one configuration
 * @param stressForks the same for the configuration with C2's randomised optimisations, where every
 *     fork has its own seed
 * @param splitCompilation whether actors are compiled by different compilers too: 14 configurations
 *     of two actors instead of 4
 * @param onlyC2 whether the other configurations are left out
 * @param updateFloor least number of samples of a test whose sample takes nanoseconds
 * @param handOffFloor least number of samples of a test whose sample hands work to other threads
 */
record ProofPlan(
    int iterations,
    int millis,
    int forks,
    int stressForks,
    boolean splitCompilation,
    boolean onlyC2,
    long updateFloor,
    long handOffFloor) {

  private static final Duration FORK = Duration.ofMillis(700);

  static ProofPlan of(Plan plan) {
    return switch (plan) {
      case SMOKE -> new ProofPlan(1, 80, 1, 1, false, true, 1_000, 10);
      case QUICK -> new ProofPlan(2, 300, 1, 1, false, false, 10_000_000, 2_000);
      case NIGHTLY -> new ProofPlan(8, 1_000, 1, 1, true, false, 300_000_000, 50_000);
      case FULL -> new ProofPlan(30, 1_000, 1, 3, true, false, 3_000_000_000L, 500_000);
    };
  }

  /** The samples without which a test proves nothing; a twin has only to be caught. */
  long floor(ProofTest test) {
    if (test.role() == Role.TWIN) {
      return 1;
    }
    return isHandOff(test.test()) ? handOffFloor : updateFloor;
  }

  /**
   * Whether a sample hands work to other threads, and so takes microseconds instead of nanoseconds.
   */
  static boolean isHandOff(String test) {
    return test.startsWith("dev.lockstep.jcstress.executor.");
  }

  /**
   * What jcstress's own command line would be given. Before it measures, jcstress enlarges its
   * strides step by step; where a sample takes microseconds that alone would take many times the
   * measured time, so hand-offs get short strides. Their actors are not pinned either: threads that
   * a pinned actor starts would inherit its one CPU.
   */
  List<String> options(boolean handOff) {
    List<String> options =
        new ArrayList<>(
            List.of(
                "-iters", String.valueOf(iterations),
                "-time", String.valueOf(millis),
                "-f", String.valueOf(forks),
                "-fsm", String.valueOf(stressForks),
                "-sc", String.valueOf(splitCompilation)));
    if (handOff) {
      options.addAll(List.of("-strideSize", "32", "-strideCount", "1", "-af", "NONE"));
    }
    return options;
  }

  Duration time(int results) {
    return FORK.plusMillis((long) iterations * millis).multipliedBy(results);
  }
}
