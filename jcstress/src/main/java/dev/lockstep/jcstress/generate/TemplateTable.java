/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The templates as a page for readers: which question, of what, and what shows that it can fail.
 */
final class TemplateTable {

  private static final String HEAD =
      """
      # Stress tests of every kind

      One row per template in `jcstress/src/main/templates`. A template asks its question of every
      kind of its family; the tests stand in `jcstress/target/generated-sources/stress` after a
      build. A proof is the kind itself, a control the same test with one difference, a sibling a
      control that lacks the memory order in question, and a mutant one kind with a bug of its own,
      which carries no verdict. A race is a kind that has to be seen to break.

      A proof is HELD where its control did not show in the run, wherever that is. The last columns
      say what an architecture decides: a sibling that x86 never breaks leaves its proofs HELD there
      (NOT_REFUTABLE_HERE), whatever else was seen. AArch64 may reorder what a sibling leaves
      unordered; whether it does is measured by each run, not assumed.

      | template | asks | kinds | control: where it differs | mutants | x86-64 | AArch64 |
      | --- | --- | --- | --- | --- | --- | --- |
      """;

  private TemplateTable() {}

  /**
   * The whole page in Markdown.
   *
   * @param home the directory of the templates
   */
  static String of(List<Template> templates, Path home) throws IOException {
    StringBuilder page = new StringBuilder(HEAD);
    for (Template template : templates) {
      TemplateText text = TemplateText.read(home, template);
      page.append("| ").append(String.join(" | ", row(template, text.question()))).append(" |\n");
    }
    return page.toString();
  }

  private static List<String> row(Template template, String question) {
    List<String> controls = new ArrayList<>();
    int mutants = 0;
    for (Subject twin : template.twins()) {
      if (twin.role().equals("mutant")) {
        mutants++;
      } else {
        controls.add("%s `%s`: %s".formatted(twin.role(), twin.name(), twin.bug()));
      }
    }
    List<String> kinds = new ArrayList<>();
    for (Subject subject : template.proofs()) {
      switch (subject.role()) {
        case "sibling" ->
            controls.add("sibling `%s`, a kind of the family".formatted(subject.name()));
        case "race" -> kinds.add(subject.name() + " (race)");
        default -> kinds.add(subject.name());
      }
    }
    return List.of(
        "%s.`%s`".formatted(template.family(), template.name()),
        question,
        String.join(", ", kinds),
        String.join("; ", controls),
        mutants == 0 ? "" : String.valueOf(mutants),
        template.onX86(),
        template.onAArch64());
  }
}
