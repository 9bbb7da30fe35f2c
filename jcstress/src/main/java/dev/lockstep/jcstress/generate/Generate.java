/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes the tests of all templates and the mutants of what is shipped: {@code Generate TEMPLATES
 * OUTPUT SHIPPED...}, all of them directories of sources. A file that would be the same is left
 * alone, so that nothing is compiled again for it.
 */
public final class Generate {

  private Generate() {}

  public static void main(String[] arguments) throws IOException {
    Path templates = Path.of(arguments[0]);
    Path output = Path.of(arguments[1]);
    List<Path> shipped = Arrays.stream(arguments).skip(2).map(Path::of).toList();
    Set<Path> written = new HashSet<>();
    try {
      writeMutants(output, shipped, written);
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
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
    write(home.resolve(outer + ".java"), text.with(outer, subjects, used), written);
  }

  private static void writeMutants(Path output, List<Path> shipped, Set<Path> written)
      throws IOException {
    for (Mutant mutant : Mutant.all()) {
      Path home = output.resolve(mutant.change().home().replace('.', '/'));
      for (Map.Entry<String, String> source : sources(mutant, shipped).entrySet()) {
        write(home.resolve(source.getKey() + ".java"), source.getValue(), written);
      }
    }
  }

  /**
   * A shipped class whose text has changed can still be built and put to the tests: what was
   * derived from that text is then no mutant any more, which a unit test does not let pass.
   */
  private static Map<String, String> sources(Mutant mutant, List<Path> shipped) throws IOException {
    Change change = mutant.change();
    try {
      return change.sources(mutant.type(), shipped);
    } catch (IllegalArgumentException e) {
      System.err.printf("%s; it is an unchanged copy until this is mended%n", e.getMessage());
      return change.undone().sources(mutant.type(), shipped);
    }
  }

  private static void write(Path file, String source, Set<Path> written) throws IOException {
    if (!written.add(file)) {
      throw new IllegalArgumentException("two tests or mutants are to be written to " + file);
    }
    if (!Files.exists(file) || !Files.readString(file).equals(source)) {
      Files.createDirectories(file.getParent());
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
