/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.kernel;

import dev.lockstep.core.kernel.Kernel;
import dev.lockstep.core.kernel.Task;
import dev.lockstep.core.kernel.Workload;
import java.util.List;

/** The two functions of a kernel, each on the seed's own inputs and on the smallest. */
public enum Function {
  GCD(Workload.GCD_SEED, 1),
  FACTORIZE(Workload.FACTORIZE_SEED, List.of(1));

  private final Workload inputs;

  @SuppressWarnings("ImmutableEnumChecker") // a number, or a list that does not change
  private final Object smallest;

  Function(Workload inputs, Object smallest) {
    this.inputs = inputs;
    this.smallest = smallest;
  }

  /** The four inputs of the seed. */
  Workload inputs() {
    return inputs;
  }

  /** What a call with nothing but ones returns. */
  Object smallest() {
    return smallest;
  }

  /** Has the kernel compute what a task asks for. */
  static Object run(Kernel kernel, Task<?> task) {
    return switch (task) {
      case Task.Gcd gcd -> kernel.gcd(gcd.a(), gcd.b());
      case Task.Factorize factorize -> kernel.factorize(factorize.number());
      case Task.Amdahl _ -> throw new IllegalArgumentException(task + " is no call of a kernel");
    };
  }

  /** The smallest call: what remains is what it costs to get there. */
  Object call(Kernel kernel, int one) {
    return this == GCD ? (Object) kernel.gcd(one, one) : kernel.factorize(one);
  }
}
