/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.jcstress.contract.OutcomeTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.runners.TestList;

/**
 * The comment above every stress test names the command that runs it and shows a recorded table;
 * the table names the outcomes that the test declares, graded and described as it declares them.
 */
class TeachingCommentTest {

  private static final Pattern ROW =
      Pattern.compile(" +(\\S.*?) {2,}([0-9,]+) {2,}([0-9.]+)% {2,}(\\w+) {2}(\\S.*)");

  @Test
  void everyCommentKeepsToItsTest() throws IOException {
    assertThat(Proofs.all()).isNotEmpty();
    for (ProofTest test : Proofs.all()) {
      Class<?> type = Proofs.testClass(TestList.getInfo(test.test()));
      Path source =
          Path.of("src/main/java", type.getName().replace('.', '/').replaceFirst("\\$.*", ".java"));
      String comment = comment(Files.readString(source), type.getSimpleName());
      assertThat(
              complaints(
                  comment,
                  type.getName().replaceFirst(".*\\.", "").replace('$', '.'),
                  test,
                  OutcomeTable.ofTest(type)))
          .as(test.test())
          .isEmpty();
    }
  }

  /** The last block comment before a class. */
  private static String comment(String source, String simpleName) {
    int end = source.indexOf("public static class " + simpleName + " {");
    int begin = source.lastIndexOf("/*", end);
    return begin < 0 ? "" : source.substring(begin, source.indexOf("*/", begin));
  }

  private static List<String> complaints(
      String comment, String name, ProofTest test, OutcomeTable table) {
    List<String> complaints = new ArrayList<>();
    if (!comment.contains("$ java -jar jcstress/target/jcstress.jar -t " + name + "\n")) {
      complaints.add("does not say how to run " + name);
    }
    if (!comment.contains("RESULT")) {
      complaints.add("has no table");
    }
    Set<String> seen = new HashSet<>();
    Stream<Matcher> rows = comment.lines().map(ROW::matcher).filter(Matcher::matches);
    for (Matcher row : rows.toList()) {
      String id = row.group(1);
      long samples = Long.parseLong(row.group(2).replace(",", ""));
      seen.add(id);
      OutcomeTable.Row declared =
          table.rows().stream().filter(r -> r.id().equals(id)).findFirst().orElse(null);
      if (declared == null) {
        complaints.add("shows " + id + ", which is not declared");
        continue;
      }
      if (!row.group(4).equals(declared.expect().toString())) {
        complaints.add(id + " is " + declared.expect());
      }
      if (!row.group(5).equals(declared.description())) {
        complaints.add(id + " is described as: " + declared.description());
      }
      if ((samples == 0) != (declared.expect() == Expect.FORBIDDEN)) {
        complaints.add(id + " cannot have been seen " + samples + " times in a run that passed");
      }
    }
    for (OutcomeTable.Row declared : table.rows()) {
      if (!declared.id().isEmpty() && !seen.contains(declared.id())) {
        complaints.add("does not show " + declared.id());
      }
    }
    if (!seen.containsAll(test.mustObserve())) {
      complaints.add("does not show all that must be observed");
    }
    return complaints;
  }

  @Test
  void aCommentThatDriftedIsFound() {
    ProofTest test =
        new ProofTest(
            "Race",
            "counter:UNLOCKED",
            Role.PROOF,
            ContractKind.MUST_OBSERVE,
            "Race",
            List.of("1"),
            null,
            List.of(),
            2);
    OutcomeTable table =
        new OutcomeTable(
            List.of(
                new OutcomeTable.Row("1", Expect.ACCEPTABLE_INTERESTING, "lost"),
                new OutcomeTable.Row("2", Expect.ACCEPTABLE, "kept"),
                new OutcomeTable.Row("", Expect.FORBIDDEN, "else")));
    String good =
        """
        $ java -jar jcstress/target/jcstress.jar -t Race

        RESULT  SAMPLES  FREQ       EXPECT  DESCRIPTION
             1       10   25%  Interesting  lost
             2       30   75%   Acceptable  kept
        """;
    assertThat(complaints(good, "Race", test, table)).isEmpty();
    assertThat(complaints("", "Race", test, table)).hasSize(5);
    assertThat(complaints(good, "Other", test, table))
        .containsExactly("does not say how to run Other");
    assertThat(complaints(good.replace("lost", "gone"), "Race", test, table))
        .containsExactly("1 is described as: lost");
    assertThat(complaints(good.replace("Interesting", "  Forbidden"), "Race", test, table))
        .containsExactly("1 is Interesting");
    assertThat(complaints(good.replace(" 10 ", "  0 "), "Race", test, table))
        .containsExactly("1 cannot have been seen 0 times in a run that passed");
    assertThat(complaints(good.replace(" 2 ", " 3 "), "Race", test, table))
        .containsExactly("shows 3, which is not declared", "does not show 2");
  }
}
