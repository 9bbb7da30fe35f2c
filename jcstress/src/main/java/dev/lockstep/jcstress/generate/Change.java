/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a mutant differs from what is shipped.
 *
 * @param shipped what is copied
 * @param bug what is wrong, in a few words that go on after "with the twin's bug:"
 * @param texts the text that is replaced and what stands there instead, possibly several such
 *     pairs; each of the former occurs once in all that is copied, its white space apart
 */
record Change(Shipped shipped, String bug, List<String> texts) {

  private static final String ROOT = "dev.lockstep.";

  static Change of(Shipped shipped, String bug, String... texts) {
    return new Change(shipped, bug, List.of(texts));
  }

  /** No difference at all. */
  Change undone() {
    return new Change(shipped, bug, List.of());
  }

  /** The package of the mutant. */
  String home() {
    return ROOT + "jcstress." + shipped.construct().replaceFirst(":.*", "");
  }

  /**
   * The sources of a mutant of this name: its own, and those of what it is made of, whose names
   * begin with its name.
   *
   * @param roots the directories of the shipped sources
   * @return the texts by their simple names
   * @throws IllegalArgumentException if a text that is to be replaced is not there once
   */
  Map<String, String> sources(String name, List<Path> roots) throws IOException {
    Map<String, String> copies = new LinkedHashMap<>();
    for (String source : shipped.sources()) {
      copies.put(source, read(source, roots));
    }
    return sources(name, copies);
  }

  /** The same from the texts of what is copied, by the names of the sources. */
  Map<String, String> sources(String name, Map<String, String> copies) {
    Map<String, String> changed = new LinkedHashMap<>(copies);
    for (int i = 0; i < texts.size(); i += 2) {
      replaceOnce(name, texts.get(i), texts.get(i + 1), changed);
    }
    Map<String, String> renamed = new LinkedHashMap<>();
    changed.forEach((source, text) -> renamed.put(rename(name, source), moved(name, source, text)));
    return renamed;
  }

  private static String read(String source, List<Path> roots) throws IOException {
    for (Path root : roots) {
      Path file = root.resolve((ROOT + source).replace('.', '/') + ".java");
      if (Files.exists(file)) {
        return Files.readString(file);
      }
    }
    throw new IllegalArgumentException(
        "a mutant is to be derived from %s, which is not in %s".formatted(source, roots));
  }

  private static void replaceOnce(String name, String from, String to, Map<String, String> in) {
    Pattern pattern =
        Pattern.compile(
            Arrays.stream(from.strip().split("\\s+"))
                .map(Pattern::quote)
                .collect(Collectors.joining("\\s+")));
    long found = in.values().stream().flatMap(text -> pattern.matcher(text).results()).count();
    if (found != 1) {
      throw new IllegalArgumentException(
          "the mutant %s must find \"%s\" once in %s, and finds it %d times"
              .formatted(name, from, in.keySet(), found));
    }
    in.replaceAll(
        (_, text) -> pattern.matcher(text).replaceFirst(Matcher.quoteReplacement(to.strip())));
  }

  private String rename(String name, String source) {
    return source.equals(shipped.sources().getFirst()) ? name : name + simple(source);
  }

  private static String simple(String source) {
    return source.substring(source.lastIndexOf('.') + 1);
  }

  /** The text in the package of the mutant, with the names of all that is copied along. */
  private String moved(String name, String source, String text) {
    String origin = ROOT + source.substring(0, source.lastIndexOf('.'));
    String moved = text;
    for (String other : shipped.sources()) {
      moved =
          moved
              .replace("import %s;\n".formatted(ROOT + other), "")
              .replaceAll("\\b" + simple(other) + "\\b", rename(name, other));
    }
    String head =
        """
        package %s;

        // Derived by the build from %s, with one difference at most.
        import %s.*;
        """
            .formatted(home(), ROOT + source, origin);
    moved =
        moved.replaceFirst(
            "(?m)^package " + Pattern.quote(origin) + ";\n", Matcher.quoteReplacement(head));
    String type = rename(name, source);
    String mark =
        type.equals(name)
            ? "@dev.lockstep.jcstress.proof.Broken(mutates = \"%s\", bug = \"%s\")\n"
                .formatted(shipped.construct(), bug)
            : "";
    return moved.replaceFirst(
        "(?m)^(public )?((final )?(class|record) " + type + "\\b)",
        Matcher.quoteReplacement(mark) + "public $2");
  }
}
