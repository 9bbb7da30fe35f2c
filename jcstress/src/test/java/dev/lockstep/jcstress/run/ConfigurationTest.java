/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.vm.CompileMode;

class ConfigurationTest {

  @Test
  void namesTheCompilerOfAllActors() {
    assertThat(name("-Xint")).isEqualTo("interpreter");
    assertThat(name("-XX:TieredStopAtLevel=1")).isEqualTo("C1");
    assertThat(name("-XX:-TieredCompilation")).isEqualTo("C2");
    assertThat(name("-XX:-TieredCompilation", "-XX:+StressLCM")).isEqualTo("C2 stress");
    assertThat(name()).isEqualTo("default");
  }

  @Test
  void namesTheCompilerOfEachActor() {
    // jcstress counts in base three, the first actor last: 1 is C1 for the first, interpreter for
    // the second
    assertThat(Configuration.name(Samples.config(1))).isEqualTo("C1 / interpreter");
    assertThat(Configuration.name(Samples.config(8, "-XX:+StressLCM"))).isEqualTo("C2 / C2 stress");
  }

  @Test
  void namesTheOptionsOfUsers() {
    assertThat(name("-XX:-TieredCompilation", "-XX:+UseZGC")).isEqualTo("C2 + ZGC");
    assertThat(name("-XX:-TieredCompilation", "-XX:+UseCompactObjectHeaders"))
        .isEqualTo("C2 + compact headers");
    assertThat(Configuration.choice(Samples.config(CompileMode.UNIFIED, "-Xint")))
        .isEqualTo(ProofPlan.Choice.INTERPRETER);
    assertThat(Configuration.choice(Samples.config(CompileMode.UNIFIED, "-XX:-TieredCompilation")))
        .isEqualTo(ProofPlan.Choice.C2);
    assertThat(Configuration.choice(Samples.config(1))).isNull();
  }

  private static String name(String... arguments) {
    return Configuration.name(Samples.config(CompileMode.UNIFIED, arguments));
  }
}
