/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import java.util.ArrayList;
import java.util.List;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.vm.CompileMode;

/** Names the JVM configurations of jcstress's matrix as a reader thinks of them. */
final class Configuration {

  private Configuration() {}

  /**
   * {@code interpreter}, {@code C1}, {@code C2} or {@code C2 stress}; under split compilation what
   * compiles each actor, as {@code C1 / C2}, with {@code stress} when optimisations are randomised;
   * at the end the options a user may have chosen, as {@code C2 + ZGC}.
   */
  static String name(TestConfig config) {
    return compilers(config) + UserOption.suffix(config.jvmArgs);
  }

  private static String compilers(TestConfig config) {
    List<String> arguments = config.jvmArgs;
    String stress = arguments.contains("-XX:+StressLCM") ? " stress" : "";
    if (config.compileMode != CompileMode.UNIFIED) {
      return String.join(" / ", compilerOfEach(config)) + stress;
    }
    if (arguments.contains("-Xint")) {
      return "interpreter";
    }
    if (arguments.contains("-XX:TieredStopAtLevel=1")) {
      return "C1";
    }
    return arguments.contains("-XX:-TieredCompilation") ? "C2" + stress : "default";
  }

  private static List<String> compilerOfEach(TestConfig config) {
    List<String> compilers = new ArrayList<>();
    for (int actor = 0; actor < config.threads; actor++) {
      if (CompileMode.isInt(config.compileMode, actor)) {
        compilers.add("interpreter");
      } else {
        compilers.add(CompileMode.isC1(config.compileMode, actor) ? "C1" : "C2");
      }
    }
    return compilers;
  }

  static boolean isInterpreted(TestConfig config) {
    return name(config).contains("interpreter");
  }

  /** What of jcstress's matrix this is; null if actors are compiled apart, or by no known rule. */
  static ProofPlan.Choice choice(TestConfig config) {
    return switch (name(config)) {
      case "interpreter" -> ProofPlan.Choice.INTERPRETER;
      case "C1" -> ProofPlan.Choice.C1;
      case "C2" -> ProofPlan.Choice.C2;
      case "C2 stress" -> ProofPlan.Choice.C2_STRESS;
      default -> null;
    };
  }
}
