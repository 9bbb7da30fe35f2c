/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.run.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ForAllJvmsTest {

  private static final List<String> OPTIONS =
      List.of("-agentlib:jdwp=server=y,address=5005", "-Xmx1g", "-Dname=a b", "-Dmine=1", "-Xss1m");

  @Test
  void whatTheEnvironmentAddsIsTakenAway() {
    ForAllJvms all =
        ForAllJvms.in(
            Map.of(
                "JAVA_TOOL_OPTIONS",
                "-agentlib:jdwp=server=y,address=5005  -Dname='a b'",
                "_JAVA_OPTIONS",
                "-Xss1m",
                "PATH",
                "-Dmine=1"));
    assertThat(all.without(OPTIONS)).containsExactly("-Xmx1g", "-Dmine=1");
    assertThat(all.names()).isEqualTo("JAVA_TOOL_OPTIONS, _JAVA_OPTIONS");
  }

  @Test
  void whatTheCommandLineSaysTooStaysOnce() {
    ForAllJvms all = ForAllJvms.in(Map.of("_JAVA_OPTIONS", "-Xmx1g"));
    assertThat(all.without(List.of("-Xmx1g", "-Xmx1g"))).containsExactly("-Xmx1g");
  }

  @Test
  void anEnvironmentWithoutThemTakesNothing() {
    ForAllJvms none = ForAllJvms.in(Map.of("JAVA_HOME", "-Xmx1g"));
    assertThat(none.without(OPTIONS)).isEqualTo(OPTIONS);
    assertThat(none.names()).isEmpty();
  }
}
