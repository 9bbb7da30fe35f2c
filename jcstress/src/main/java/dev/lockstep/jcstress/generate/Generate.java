/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes the tests of all templates: {@code Generate TEMPLATES OUTPUT}, two directories of sources.
 * A file that would be the same is left alone, so that nothing is compiled again for it.
 */
public final class Generate {

  private Generate() {}

  public static void main(String[] arguments) throws IOException {
    Path templates = Path.of(arguments[0]);
    Path output = Path.of(arguments[1]);
    for (Template template : Templates.all()) {
      Path home = Path.of("dev/lockstep/jcstress", template.family());
      TemplateText text =
          TemplateText.of(
              template.name(),
              Files.readString(templates.resolve(home).resolve(template.name() + ".java")));
      write(output.resolve(home), text, template.name(), template.proofs());
      write(output.resolve(home), text, template.name() + "Twins", template.twins());
    }
  }

  private static void write(Path home, TemplateText text, String outer, List<Subject> subjects)
      throws IOException {
    if (subjects.isEmpty()) {
      return;
    }
    Path file = home.resolve(outer + ".java");
    String source = text.with(outer, subjects);
    if (!Files.exists(file) || !Files.readString(file).equals(source)) {
      Files.createDirectories(home);
      Files.writeString(file, source);
    }
  }
}
