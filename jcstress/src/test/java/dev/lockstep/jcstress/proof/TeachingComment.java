/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.proof;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jcstress.infra.runners.TestList;

/**
 * The block comment above a stress test: a text, and below it how to run the test and what it
 * showed. The text is written by hand, the rest follows from the test and a recorded run.
 */
final class TeachingComment {

  private static final String INDENT = "    ";

  private final Path source;
  private final String name;
  private final int begin;
  private final int end;
  private final String file;

  private TeachingComment(Path source, String name, int begin, int end, String file) {
    this.source = source;
    this.name = name;
    this.begin = begin;
    this.end = end;
    this.file = file;
  }

  /** Whether the test is written by hand: what is generated has its comment in the template. */
  static boolean isIn(ProofTest test) {
    return Files.exists(source(Proofs.testClass(TestList.getInfo(test.test()))));
  }

  private static Path source(Class<?> type) {
    return Path.of(
        "src/main/java", type.getName().replace('.', '/').replaceFirst("\\$.*", ".java"));
  }

  static TeachingComment of(ProofTest test) throws IOException {
    Class<?> type = Proofs.testClass(TestList.getInfo(test.test()));
    Path source = source(type);
    String file = Files.readString(source);
    int declaration = file.indexOf("public static class " + type.getSimpleName() + " {");
    int previous = Math.max(0, file.lastIndexOf("\n  }\n", declaration));
    int begin = file.indexOf("\n  /*\n", previous);
    if (begin < 0 || begin > declaration) {
      throw new IllegalStateException(test.test() + " has no comment");
    }
    return new TeachingComment(
        source,
        type.getName().replaceFirst(".*\\.", "").replace('$', '.'),
        begin + 1,
        file.indexOf("*/", begin),
        file);
  }

  String text() {
    return file.substring(begin, end);
  }

  /** The part that is written by hand. */
  String question() {
    String text = text();
    int how = text.indexOf("\n" + INDENT + "How to run this test:");
    return (how < 0 ? text : text.substring(0, how)).stripTrailing() + "\n";
  }

  /** The part that follows from test and recording; without a table if nothing was recorded. */
  String rest(OutcomeTable table, int actors, RecordedRun recorded, String test) {
    String how =
        "\n    How to run this test:\n      $ java -jar jcstress/target/jcstress.jar -t %s\n"
            .formatted(name);
    Map<String, Long> counts = recorded.tests().get(test);
    if (counts == null) {
      return actors > recorded.cpus()
          ? how + "\n    Not recorded: it needs %d CPUs.\n".formatted(actors)
          : how;
    }
    return how + "\n    Seen on %s, rounded:\n".formatted(recorded.machine()) + rows(table, counts);
  }

  /** The line of a generated part that runs the test. */
  static String command(String rest) {
    return rest.lines().filter(line -> line.contains("$ java")).findFirst().orElseThrow();
  }

  private static String rows(OutcomeTable table, Map<String, Long> counts) {
    long total = counts.values().stream().mapToLong(Long::longValue).sum();
    List<List<String>> lines = new ArrayList<>();
    lines.add(List.of("RESULT", "SAMPLES", "FREQ", "EXPECT", "DESCRIPTION"));
    for (OutcomeTable.Row row : table.rows()) {
      for (String id : row.ids()) {
        long count = counts.getOrDefault(id, 0L);
        lines.add(
            List.of(
                id,
                rounded(count),
                share(count, total),
                row.expect().toString(),
                row.description()));
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> line : lines) {
      text.append(INDENT);
      for (int column = 0; column < 4; column++) {
        int at = column;
        int width = lines.stream().mapToInt(each -> each.get(at).length()).max().orElseThrow();
        text.append("  ").append(" ".repeat(width - line.get(at).length())).append(line.get(at));
      }
      text.append("  ").append(line.get(4)).append('\n');
    }
    return text.toString();
  }

  private static String rounded(long count) {
    long two = new BigDecimal(count).round(new MathContext(2)).longValueExact();
    return String.format(Locale.ROOT, "%,d", two);
  }

  private static String share(long count, long total) {
    if (count == 0) {
      return "0%";
    }
    double percent = 100.0 * count / total;
    if (count == total) {
      return "100%";
    }
    return percent < 0.05 ? "<0.1%" : String.format(Locale.ROOT, "%.1f%%", Math.min(percent, 99.9));
  }

  /** Writes the generated part anew. */
  void rewrite(String rest) throws IOException {
    Files.writeString(
        source, file.substring(0, begin) + question() + rest + "  " + file.substring(end));
  }
}
