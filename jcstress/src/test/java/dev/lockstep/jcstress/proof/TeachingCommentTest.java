/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.runners.TestList;

/**
 * The comment above every stress test tells the question, names the command that runs it and shows
 * the table of the recorded run, graded and described as the test declares it. A test that is newer
 * than the recording has no table yet.
 *
 * <p>After a change: {@code mvn -pl jcstress -am test -Dtest=TeachingCommentTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Drecorded=RUN_DIRECTORY}; further files as {@link
 * dev.lockstep.jcstress.run.Convert} makes them may follow after commas.
 */
class TeachingCommentTest {

  private static final List<ProofTest> BY_HAND =
      Proofs.all().stream().filter(TeachingComment::isIn).toList();

  private static OutcomeTable table(ProofTest test) {
    return OutcomeTable.of(Proofs.testClass(TestList.getInfo(test.test())));
  }

  @Test
  void everyCommentIsThatOfTheRecordedRun() throws IOException {
    if (System.getProperty("recorded") != null) {
      record(System.getProperty("recorded").split(",", -1));
    }
    RecordedRun recorded = RecordedRun.read();
    assertThat(BY_HAND).hasSizeGreaterThan(20);
    for (ProofTest test : BY_HAND) {
      TeachingComment comment = TeachingComment.of(test);
      assertThat(comment.question().strip().length()).as(test.test()).isGreaterThan(40);
      String rest = comment.rest(table(test), test.actors(), recorded, test.test());
      if (!recorded.tests().containsKey(test.test())) {
        assertThat(comment.text()).as(test.test()).contains(TeachingComment.command(rest));
        continue;
      }
      assertThat(comment.text().stripTrailing())
          .as(test.test())
          .isEqualTo((comment.question() + rest).stripTrailing());
    }
  }

  @Test
  void theRecordedRunPassed() throws IOException {
    Map<String, Map<String, Long>> tests = RecordedRun.read().tests();
    for (ProofTest test : BY_HAND) {
      Map<String, Long> counts = tests.get(test.test());
      if (counts == null) {
        continue;
      }
      assertThat(counts.values().stream().mapToLong(Long::longValue).sum())
          .as(test.test())
          .isPositive();
      for (String outcome : test.mustObserve()) {
        assertThat(counts.getOrDefault(outcome, 0L)).as(test.test() + outcome).isPositive();
      }
      counts.forEach(
          (outcome, count) -> {
            Expect expect = table(test).grading(outcome);
            if (expect == null || expect == Expect.FORBIDDEN) {
              assertThat(count).as(test.test() + " saw " + outcome).isZero();
            }
          });
    }
  }

  @Test
  void aTableIsRoundedAndAligned() throws IOException {
    ProofTest test =
        Proofs.all().stream()
            .filter(each -> each.test().endsWith("CounterRace.PlainIncrement"))
            .findFirst()
            .orElseThrow();
    OutcomeTable table =
        new OutcomeTable(
            List.of(
                new OutcomeTable.Row(List.of("0"), Expect.FORBIDDEN, "gone"),
                new OutcomeTable.Row(List.of("1"), Expect.ACCEPTABLE_INTERESTING, "lost"),
                new OutcomeTable.Row(List.of("2"), Expect.ACCEPTABLE, "kept"),
                new OutcomeTable.Row(List.of(), Expect.FORBIDDEN, "else")));
    RecordedRun recorded =
        new RecordedRun(
            1, "a machine", 2, Map.of(test.test(), Map.of("1", 12_345L, "2", 987_654L)));
    TeachingComment comment = TeachingComment.of(test);
    assertThat(comment.rest(table, 2, recorded, test.test()))
        .isEqualTo(
            """

                How to run this test:
                  $ java -jar jcstress/target/jcstress.jar -t CounterRace.PlainIncrement

                Seen on a machine, rounded:
                  RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
                       0        0     0%    Forbidden  gone
                       1   12,000   1.2%  Interesting  lost
                       2  990,000  98.8%   Acceptable  kept
            """);
    assertThat(comment.rest(table, 5, new RecordedRun(1, "", 2, Map.of()), test.test()))
        .endsWith("\n    Not recorded: it needs 5 CPUs.\n");
    assertThat(comment.rest(table, 2, new RecordedRun(1, "", 2, Map.of()), test.test()))
        .doesNotContain("RESULT");
  }

  private static void record(String[] files) throws IOException {
    RecordedRun recorded = RecordedRun.of(Path.of(files[0]));
    for (int i = 1; i < files.length; i++) {
      recorded.add(Path.of(files[i]));
    }
    recorded.tests().keySet().retainAll(BY_HAND.stream().map(ProofTest::test).toList());
    recorded.write();
    for (ProofTest test : BY_HAND) {
      TeachingComment comment = TeachingComment.of(test);
      comment.rewrite(comment.rest(table(test), test.actors(), recorded, test.test()));
    }
  }
}
