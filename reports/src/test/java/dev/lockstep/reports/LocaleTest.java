/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who judges a run under another language gets the same bytes. */
@Tag("gate")
class LocaleTest {
  private static final List<String> FILES =
      List.of(
          "report.json",
          "junit.xml",
          "summary.md",
          "site/index.html",
          "site/proofs.html",
          "site/models.html",
          "site/flames.html",
          "site/trial/" + SpoiltRun.TRIAL + ".html",
          "site/proof/" + SpoiltRun.ATOMIC + ".html");

  @Test
  void languagesMakeNoDifference(@TempDir Path run) throws IOException {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.US);
      Map<String, String> english = judged(RunFixture.swept(2).write(run));
      // Other digits and grouping, a decimal comma, and an i without a dot.
      for (String language : List.of("ar-EG-u-nu-arab", "de-DE", "tr-TR")) {
        Locale.setDefault(Locale.forLanguageTag(language));
        assertThat(judged(run)).as(language).isEqualTo(english);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  private static Map<String, String> judged(Path run) throws IOException {
    Judged judged = Judged.at(run);
    assertThat(judged.exit()).isZero();
    Map<String, String> texts = new LinkedHashMap<>(Map.of("screen", judged.out()));
    for (String file : FILES) {
      texts.put(file, judged.text(file));
    }
    return texts;
  }
}
