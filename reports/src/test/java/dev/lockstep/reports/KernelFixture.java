/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The kernels of a healthy sweep: pure constructs without a proof. */
final class KernelFixture {
  static final String COST = "dev.lockstep.jmh.kernel.KernelCost.";

  private final RunFixture run;
  private final TrialFixture trials;

  private KernelFixture(RunFixture run, TrialFixture trials) {
    this.run = run;
    this.trials = trials;
  }

  static void fill(RunFixture run, TrialFixture trials) {
    KernelFixture kernels = new KernelFixture(run, trials);
    kernels.kernel("LOOP", "loop, C2", 10, 0.9);
    kernels.kernel("LAZY", "lazy sequence", 24, 3.1);
    kernels.kernel("ROOT", "square root, Euclid", 0.004, 1.2);
    kernels.kernel("C", "C", 10.2, 8.4);
    kernels.kernel("C_CRITICAL", "C, critical call", 10.2, 4.2);
    kernels.kernel("C_SIMD", "C, vectorised", 1.1, 8.6);
    kernels.kernel("VECTOR", "Vector API", 0.92, 2.2);
    for (String function : List.of("GCD", "FACTORIZE")) {
      ObjectNode trial = kernels.trial("divide", "DIVIDER", "VECTOR", "ms/op");
      trial.put("id", "DividerBound.divide-kind=VECTOR-function=" + function);
      trial.put("construct", "kernel:VECTOR");
      ((ObjectNode) trial.get("params")).put("function", function);
      trials.measure(trial, 0.8, 3, 5);
    }
  }

  private void kernel(String kind, String label, double millis, double callNanos) {
    run.construct("kernel", kind, label, "PURE");
    for (String function : List.of("GCD", "FACTORIZE")) {
      ObjectNode trial = trial("run", "KERNEL", kind, "ms/op");
      trial.put("id", "KernelCost.run-kind=" + kind + "-function=" + function);
      ((ObjectNode) trial.get("params")).put("function", function);
      trials.measure(trial, millis, 3, 5);
    }
    trials.measure(trial("call", "CALL", kind, "ns/op"), callNanos, 3, 5);
  }

  private ObjectNode trial(String method, String role, String kind, String unit) {
    String id = "KernelCost." + method + "-kind=" + kind;
    ObjectNode trial = trials.plannedTrial(id, COST + method, "kernel:" + kind, 1, "avgt", unit);
    trial.putObject("params").put("kind", kind);
    return trial.put("role", role);
  }
}
