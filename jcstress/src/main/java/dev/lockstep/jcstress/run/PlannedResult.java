/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import dev.lockstep.jcstress.proof.ProofTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.openjdk.jcstress.infra.runners.TestConfig;

/**
 * One result that the run owes.
 *
 * @param file where it is kept as soon as it is there
 */
record PlannedResult(Path file, ProofTest test, TestConfig configuration) {

  /** Of a number of results that are owed, how long they take on so many CPUs. */
  static Duration time(List<PlannedResult> owed, ProofPlan plan, int cpus) {
    Duration all = Duration.ZERO;
    for (PlannedResult each : owed) {
      if (ProofPlan.sleeps(each.test)) {
        continue; // beside all others
      }
      int together = Math.max(1, cpus / each.test.actors());
      all = all.plus(plan.time(each.test).dividedBy(together));
    }
    return all;
  }

  /** A result that was cut short by a kill is as good as not there. */
  boolean isKept() {
    return Blob.holds(file, 1);
  }

  /** The test and the configuration, for a line of progress. */
  String words() {
    String name = test.test();
    int outer = name.lastIndexOf('.', name.lastIndexOf('.') - 1);
    return name.substring(outer + 1) + " · " + Configuration.name(configuration);
  }
}
