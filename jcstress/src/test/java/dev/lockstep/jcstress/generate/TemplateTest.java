/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.lockstep.core.counter.CounterKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplateTest {

  private static final Path HOME = Path.of("src/main/templates");
  private static final Path PAGE = Path.of("TEMPLATES.md");

  private static final String TEXT =
      """
      package dev.lockstep.jcstress.counter;

      import static org.openjdk.jcstress.annotations.Expect.*;

      import dev.lockstep.core.counter.Counter;

      /** Is it so? It is. */
      public class Sum {

        @JCStressTest
        @Outcome(id = "2", expect = ACCEPTABLE, desc = "(both)")
        @Outcome(
            id = {"1", "0"},
            expect = FORBIDDEN,
            desc = "lost")
        @Outcome(expect = FORBIDDEN, desc = "else")
        @State
        public static class $Name {
          private final Counter counter = $subject;
        }
      }
      """;

  private static String generate(String outer, List<Subject> subjects) {
    return TemplateText.of("Sum", TEXT).with(outer, subjects, Set.of(CounterKind.class));
  }

  @Test
  void aProofForbidsAndNamesItsConstruct() {
    Template template = Template.of("Sum", CounterKind.values(), "CounterKind.%s.create()");
    String source = generate("Sum", template.proofs());
    assertThat(source)
        .contains("import dev.lockstep.jcstress.proof.Proof;\n")
        .contains("import dev.lockstep.core.counter.CounterKind;\n")
        .contains("@Proof(construct = \"counter:GET_AND_ADD\")")
        .contains("public static class GetAndAdd {")
        .contains("counter = CounterKind.GET_AND_ADD.create();")
        .doesNotContain("INTERESTING", "$Name", "$subject", "counter:UNLOCKED", "Exhibit");
  }

  /** The default row stays forbidden: what no twin can do would be news. */
  @Test
  void aTwinFindsInterestingWhatTheProofNamesAsForbidden() {
    Template template =
        Template.of("Sum", CounterKind.values(), "CounterKind.%s.create()")
            .control("NoLock", "CounterKind.VOLATILE.create()", "no lock is taken")
            .mutants(CounterMutant.TWO_PERMITS);
    assertThat(generate("SumTwins", template.twins()))
        .contains("public class SumTwins {")
        .contains("@Twin(of = Sum.class, bug = \"no lock is taken\")")
        .contains(
            "@Twin(of = Sum.class, role = TwinRole.MUTANT, bug = \"the semaphore has two permits\","
                + " mutates = \"counter:SEMAPHORE\")")
        .contains("new dev.lockstep.jcstress.counter.TwoPermits()")
        .contains("id = {\"1\", \"0\"},\n      expect = ACCEPTABLE_INTERESTING,")
        .contains("@Outcome(expect = FORBIDDEN, desc = \"else\")")
        .contains("Expect.*;");
  }

  @Test
  void besideAQuestionOfOrderARacyKindIsTheSiblingOfTheExactOnesNearestToIt() {
    Template template =
        Template.of("Sum", CounterKind.values(), "CounterKind.%s.create()")
            .sibling(CounterKind.UNLOCKED, CounterKind.ATOMIC, CounterKind.REENTRANT_LOCK);
    assertThat(template.onX86()).startsWith("HELD");
    assertThat(generate("Sum", template.proofs()))
        .contains(
            "@Exhibit(construct = \"counter:UNLOCKED\", order = {Sum.Atomic.class,"
                + " Sum.ReentrantLock.class})")
        .doesNotContain("counter:OPAQUE");
  }

  @Test
  void aShippedClassWithoutAFenceIsASiblingToo() {
    Template template =
        Template.of("Sum", CounterKind.values(), "CounterKind.%s.create()")
            .sibling(CounterMutant.SPLIT_ADD);
    assertThat(template.onX86()).startsWith("HELD");
    assertThat(generate("SumTwins", template.twins()))
        .contains("@Twin(of = Sum.class, role = TwinRole.ORDER, bug = \"a get and a set instead")
        .contains("mutates = \"counter:GET_AND_ADD\")");
  }

  @Test
  void theNearestControlStandsFirst() {
    Template template =
        Template.of("Sum", CounterKind.values(), "CounterKind.%s.create()")
            .control("Near", "CounterKind.VOLATILE.create()", "a race")
            .widened(CounterMutant.CHECK_THEN_ACT)
            .control("Far", "CounterKind.OPAQUE.create()", "another race");
    assertThat(generate("SumTwins", template.twins()))
        .contains("@Twin(of = Sum.class, bug = \"a race\")")
        .contains("@Twin(of = Sum.class, widened = true, rank = 1, bug = ")
        .contains("@Twin(of = Sum.class, rank = 2, bug = \"another race\")");
  }

  @Test
  void whereRacyKindsAreRacesTheyHaveToBeSeenToBreak() {
    Template template =
        Template.of("Sum", CounterKind.values(), "CounterKind.%s.create()")
            .racyKindsThatKeepIt(CounterKind.OPAQUE)
            .racyKindsAreRaces("1", "0")
            .nightly(CounterKind.UNLOCKED::equals);
    assertThat(generate("Sum", template.proofs()))
        .contains(
            "@Proof(construct = \"counter:UNLOCKED\", mustObserve = {\"1\", \"0\"})\n  @Nightly")
        .contains("id = {\"1\", \"0\"},\n      expect = ACCEPTABLE_INTERESTING,")
        .contains("@Proof(construct = \"counter:OPAQUE\")")
        .contains("@Proof(construct = \"counter:ATOMIC\")")
        .doesNotContain("Exhibit");
  }

  @Test
  void aTextThatIsNoTemplateIsRefused() {
    for (String text :
        List.of(
            TEXT.replace("  @JCStressTest\n", ""),
            TEXT.replace("public class Sum", "class Sum"),
            TEXT.replace("$Name", "Fixed"),
            TEXT.replace("$subject", "null"))) {
      assertThatIllegalArgumentException().isThrownBy(() -> TemplateText.of("Sum", text));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TemplateText.of("Sum", TEXT.replace("so?", "so.")).question())
        .withMessageContaining("question");
    assertThat(TemplateText.of("Sum", TEXT).question()).isEqualTo("Is it so?");
    assertThat(TemplateText.of("Sum", TEXT.replace("it so?", "{@link List#of} so?")).question())
        .isEqualTo("Is `List.of` so?");
  }

  @Test
  void everyTemplateIsInTheList() throws IOException {
    List<String> listed =
        Templates.all().stream().map(each -> each.home() + "/" + each.name() + ".java").toList();
    try (Stream<Path> files = Files.walk(HOME)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> HOME.relativize(file).toString()))
          .containsExactlyInAnyOrderElementsOf(listed);
    }
  }

  /** After a change: {@code mvn -pl jcstress -am test -Dtest=TemplateTest -Dpage=write}. */
  @Test
  void thePageShowsTheTemplatesAsTheyAre() throws IOException {
    String page = TemplateTable.of(Templates.all(), HOME);
    if ("write".equals(System.getProperty("page"))) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).hasContent(page);
  }
}
