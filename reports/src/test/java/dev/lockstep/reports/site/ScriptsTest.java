/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptsTest {

  private static final Pattern COLOUR = Pattern.compile("'(--[a-z0-9-]+)'");

  /** One that is not defined draws nothing, or something in a colour of nobody's choice. */
  @ParameterizedTest
  @ValueSource(strings = {"page.js", "trial.js"})
  void everyColourThatAScriptDrawsWithIsDefined(String script) throws IOException {
    String css = text("page.css");
    assertThat(COLOUR.matcher(text(script)).results().map(MatchResult::group))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(css).contains(name.replace("'", "") + ":"));
  }

  private static String text(String name) throws IOException {
    try (InputStream in = Site.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
