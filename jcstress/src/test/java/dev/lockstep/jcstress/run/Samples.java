/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import java.util.List;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.infra.runners.TestList;
import org.openjdk.jcstress.os.AffinityMode;
import org.openjdk.jcstress.os.NodeType;
import org.openjdk.jcstress.os.SchedulingClass;
import org.openjdk.jcstress.vm.CompileMode;

/** Results as jcstress makes them, without running it. */
final class Samples {

  static final String TEST = "dev.lockstep.jcstress.counter.LockedCounter.Atomic";

  /** Parsed once: jcstress counts the CPUs by burning them for a second. */
  private static final Options OPTIONS = options();

  private Samples() {}

  static TestConfig config(int compilers, String... jvmArguments) {
    return config(TEST, compilers, jvmArguments);
  }

  private static TestConfig config(String test, int compilers, String... jvmArguments) {
    SchedulingClass place = new SchedulingClass(AffinityMode.NONE, 2, NodeType.PACKAGE);
    return new TestConfig(
        OPTIONS, TestList.getInfo(test), 0, List.of(jvmArguments), compilers, place);
  }

  static TestResult result(String outcome, long count) {
    return result(TEST, outcome, count);
  }

  static TestResult result(String test, String outcome, long count) {
    TestResult result = new TestResult(Status.NORMAL);
    result.setConfig(config(test, CompileMode.UNIFIED, "-XX:-TieredCompilation"));
    result.addState(outcome, count);
    return result;
  }

  /** As of a fork that ended well and has nothing to show. */
  static TestResult empty() {
    TestResult result = new TestResult(Status.NORMAL);
    result.setConfig(config(CompileMode.UNIFIED, "-XX:-TieredCompilation"));
    return result;
  }

  private static Options options() {
    try {
      Options options = new Options(new String[0]);
      if (!options.parse()) {
        throw new IllegalStateException("jcstress refuses its own defaults");
      }
      return options;
    } catch (Exception e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
