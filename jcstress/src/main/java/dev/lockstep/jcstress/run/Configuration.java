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
   * compiles each actor, as {@code C1 / C2}, with {@code stress} when optimisations are randomised.
   */
  static String name(TestConfig config) {
    List<String> arguments = config.jvmArgs;
    String stress = arguments.contains("-XX:+StressLCM") ? " stress" : "";
    if (config.compileMode != CompileMode.UNIFIED) {
      return String.join(" / ", compilers(config)) + stress;
    }
    if (arguments.contains("-Xint")) {
      return "interpreter";
    }
    if (arguments.contains("-XX:TieredStopAtLevel=1")) {
      return "C1";
    }
    return arguments.contains("-XX:-TieredCompilation") ? "C2" + stress : "default";
  }

  private static List<String> compilers(TestConfig config) {
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

  static boolean isC2(TestConfig config) {
    return name(config).equals("C2");
  }
}
