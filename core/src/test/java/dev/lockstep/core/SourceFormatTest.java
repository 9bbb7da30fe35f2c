/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.StringWrapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every Java file of the suite is as google-java-format would write it. With the system property
 * {@code format=apply} the files are rewritten instead:
 *
 * <pre>mvn -q -pl core test -Dtest=SourceFormatTest -Dformat=apply</pre>
 */
@Timeout(300)
@Tag("gate")
class SourceFormatTest {

  private static final String REMEDY =
      "format them with: mvn -q -pl core test -Dtest=SourceFormatTest -Dformat=apply";

  private final Formatter formatter = new Formatter();

  @Test
  void everyFileIsFormatted() throws IOException {
    List<Path> files = sources(Path.of(".."));
    assertThat(files).as("Java files found").contains(thisFile());
    assertThat(unformatted(files, "apply".equals(System.getProperty("format"))))
        .as(REMEDY)
        .isEmpty();
  }

  @Test
  void aBadlyFormattedFileIsFoundAndMended(@TempDir Path dir) throws IOException {
    Path file =
        Files.writeString(dir.resolve("A.java"), "import java.util.List; class A {int i ;}");
    assertThat(unformatted(List.of(file), false)).containsExactly(file.toString());
    assertThat(unformatted(List.of(file), true)).isEmpty();
    assertThat(file).hasContent("class A {\n  int i;\n}\n");
    assertThat(unformatted(List.of(file), false)).isEmpty();
  }

  @Test
  void aFileThatIsNotJavaIsFound(@TempDir Path dir) throws IOException {
    Path file = Files.writeString(dir.resolve("A.java"), "class A {");
    assertThat(unformatted(List.of(file), true)).hasSize(1);
  }

  private static Path thisFile() {
    return Path.of("../core/src/test/java/dev/lockstep/core/SourceFormatTest.java");
  }

  private static List<Path> sources(Path root) throws IOException {
    List<Path> roots =
        Stream.of("run", "core", "jcstress", "jmh", "reports")
            .map(module -> root.resolve(module).resolve("src"))
            .filter(Files::isDirectory)
            .toList();
    List<Path> files = new ArrayList<>();
    for (Path source : roots) {
      try (Stream<Path> paths = Files.walk(source)) {
        paths.filter(path -> path.toString().endsWith(".java")).sorted().forEach(files::add);
      }
    }
    return files;
  }

  /** The files that are not formatted; with {@code apply} only those that cannot be. */
  private List<String> unformatted(List<Path> files, boolean apply) {
    return files.parallelStream().flatMap(file -> unformatted(file, apply).stream()).toList();
  }

  private Optional<String> unformatted(Path file, boolean apply) {
    try {
      String source = Files.readString(file);
      String formatted = StringWrapper.wrap(formatter.formatSourceAndFixImports(source), formatter);
      if (formatted.equals(source)) {
        return Optional.empty();
      }
      if (apply) {
        Files.writeString(file, formatted);
        return Optional.empty();
      }
      return Optional.of(file.toString());
    } catch (FormatterException e) {
      return Optional.of(file + ": " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
