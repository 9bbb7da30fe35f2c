/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PageNameTest {

  @Test
  void aPlainIdIsItsName() {
    assertThat(PageName.ofTrial("CounterCost.increment-kind=ADDER-threads=2"))
        .isEqualTo("trial/CounterCost.increment-kind=ADDER-threads=2.html");
  }

  @Test
  void anyOtherStaysInItsDirectoryAndApart() {
    List<String> ids =
        List.of(
            "",
            ".",
            "..",
            "../x",
            "a/b",
            "a-b/",
            "\"><script>",
            "x".repeat(300),
            "y".repeat(300),
            "\u202eevil",
            "a\nb",
            "C:\\x",
            "~",
            "a b",
            "a  b");
    Set<String> names = ids.stream().map(PageName::ofTest).collect(Collectors.toSet());
    assertThat(names)
        .hasSameSizeAs(ids)
        .allMatch(name -> name.matches("proof/[A-Za-z0-9=+-]{0,60}~[0-9a-f]{16}\\.html"));
  }
}
