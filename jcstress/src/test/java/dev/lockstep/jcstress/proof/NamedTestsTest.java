/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The arguments in core name the stress tests that could refute them, and these exist. */
class NamedTestsTest {

  private static final Path CORE = Path.of("../core/src/main/java");
  private static final Path TEMPLATES = Path.of("src/main/templates");
  private static final List<Path> TESTS = List.of(TEMPLATES, Path.of("src/main/java"));

  /** As {@code [QueueRoom, TaskDone]}, possibly over two lines of a comment. */
  private static final Pattern IN_BRACKETS =
      Pattern.compile("\\[([A-Z][a-z]\\w+(?:,[\\s*]+(?:order\\.)?[A-Z][\\w.]+)*)\\]");

  private static final Pattern OF_ORDER =
      Pattern.compile("(?<![\\w.])order\\.([A-Z]\\w+)(?:\\.(\\w+))?");

  private static List<Path> sources(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static Set<String> names() throws IOException {
    Set<String> names = new HashSet<>();
    for (Path root : TESTS) {
      for (Path file : sources(root)) {
        names.add(file.getFileName().toString().replace(".java", ""));
      }
    }
    return names;
  }

  private static List<String> unknown(String text, Set<String> names) {
    Stream<String> inBrackets =
        IN_BRACKETS
            .matcher(text)
            .results()
            .flatMap(found -> Stream.of(found.group(1).split(",[\\s*]+")))
            .filter(name -> !name.startsWith("order.") && !names.contains(name));
    Stream<String> ofOrder =
        OF_ORDER
            .matcher(text)
            .results()
            .filter(found -> !exists(found))
            .map(found -> found.group() + ", which must name the accesses, too");
    return Stream.concat(inBrackets, ofOrder).toList();
  }

  private static boolean exists(MatchResult found) {
    try {
      Class<?> _ =
          Class.forName(
              "dev.lockstep.jcstress.order.%s$%s".formatted(found.group(1), found.group(2)),
              false,
              NamedTestsTest.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  @Test
  void theyExist() throws IOException {
    Set<String> names = names();
    String all =
        sources(CORE).stream()
            .map(
                file -> {
                  try {
                    return Files.readString(file);
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                })
            .collect(Collectors.joining("\n"));
    assertThat(IN_BRACKETS.matcher(all).results().count()).isGreaterThan(10);
    assertThat(unknown(all, names)).isEmpty();
  }

  /** Where each of two threads says something and then looks at the other (Dekker). */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "executor/Call",
        "link/ParkHop",
        "lock/TicketLock",
        "pipeline/Arrivals",
        "pipeline/MapConcurrentLine",
        "pipeline/Stage",
        "process/Link",
        "queue/JoinableQueue"
      })
  void anArgumentOfStoreBufferingNamesItsTest(String source) throws IOException {
    assertThat(Files.readString(CORE.resolve("dev/lockstep/core/" + source + ".java")))
        .contains("order.StoreBuffering.");
  }

  @Test
  void everyProofOfPublicationNamesItsTest() throws IOException {
    List<Path> proofs =
        sources(TEMPLATES).stream()
            .filter(file -> file.toString().matches(".*(Publishes|Publications|PairFences)[.]java"))
            .toList();
    assertThat(proofs).hasSizeGreaterThan(10);
    for (Path proof : proofs) {
      assertThat(Files.readString(proof)).as(proof.toString()).contains("order.MessagePassing");
    }
  }

  @Test
  void oneThatDoesNotIsNoticed() {
    Set<String> names = Set.of("QueueRoom");
    assertThat(unknown("so it is. [QueueRoom,\n * order.StoreBuffering.Volatile]", names))
        .isEmpty();
    assertThat(unknown("[QueueRoom, QueueDoor]", names)).containsExactly("QueueDoor");
    assertThat(unknown("(jcstress: order.StoreBuffering.Hope)", names)).hasSize(1);
    assertThat(unknown("[QueueRoom, order.StoreBuffering]", names)).hasSize(1);
  }
}
