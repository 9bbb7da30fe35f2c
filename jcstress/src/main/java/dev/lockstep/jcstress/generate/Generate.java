/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes the tests of all templates: {@code Generate TEMPLATES OUTPUT}, two directories of sources.
 * A file that would be the same is left alone, so that nothing is compiled again for it.
 */
public final class Generate {

  private Generate() {}

  public static void main(String[] arguments) throws IOException {
    Path templates = Path.of(arguments[0]);
    Path output = Path.of(arguments[1]);
    Set<Path> written = new HashSet<>();
    for (Template template : Templates.all()) {
      TemplateText text = TemplateText.read(templates, template);
      Path home = output.resolve(template.home());
      write(home, text, template.name(), template.proofs(), template.used(), written);
      write(home, text, template.name() + "Twins", template.twins(), template.used(), written);
    }
    deleteOthers(output, written);
  }

  private static void write(
      Path home,
      TemplateText text,
      String outer,
      List<Subject> subjects,
      Set<Class<?>> used,
      Set<Path> written)
      throws IOException {
    if (subjects.isEmpty()) {
      return;
    }
    Path file = home.resolve(outer + ".java");
    written.add(file);
    String source = text.with(outer, subjects, used);
    if (!Files.exists(file) || !Files.readString(file).equals(source)) {
      Files.createDirectories(home);
      Files.writeString(file, source);
    }
  }

  /** What an earlier build wrote of a template that is gone would be compiled for ever. */
  private static void deleteOthers(Path output, Set<Path> written) throws IOException {
    try (Stream<Path> files = Files.walk(output)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!written.contains(file)) {
          Files.delete(file);
        }
      }
    }
  }
}
