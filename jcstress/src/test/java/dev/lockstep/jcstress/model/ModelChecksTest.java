/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.lockstep.core.Construct;
import dev.lockstep.core.Construct.Guarantee;
import dev.lockstep.core.Constructs;
import dev.lockstep.core.counter.CounterKind;
import dev.lockstep.core.lock.LockKind;
import dev.lockstep.core.sync.SyncKind;
import dev.lockstep.jcstress.proof.Broken;
import dev.lockstep.run.Planned;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("gate")
class ModelChecksTest {

  private final List<Planned.Model> models =
      ModelChecks.all().stream().map(ModelCheck::planned).toList();

  @Test
  void everyConstructIsAskedOrListedAsNotRun() {
    Set<String> accounted =
        Stream.concat(
                models.stream().map(Planned.Model::construct).filter(Objects::nonNull),
                ModelChecks.notRun().stream().map(Planned.NotRun::id))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(accounted)
        .containsAll(
            Constructs.all().stream()
                .filter(construct -> construct.guarantee() != Guarantee.PURE)
                .map(Construct::id)
                .toList());
  }

  @Test
  void aShortPlanLooksForNoBugThatTakesLongToFind() {
    assertThat(ModelChecks.upTo(1))
        .extracting(check -> check.planned().name())
        .contains("EndsAnyCall")
        .doesNotContain("HelperLeaves", "NotAnnouncedAgain");
    assertThat(ModelChecks.beyond(1))
        .extracting(Planned.NotRun::id)
        .anyMatch(id -> id.endsWith(" HelperLeaves"));
    assertThat(models).extracting(Planned.Model::name).contains("HelperLeaves");
  }

  @Test
  void everyCounterAndLockIsAskedAndEverySignalThatIsExact() {
    assertThat(models)
        .extracting(Planned.Model::construct)
        .containsAll(Stream.of(CounterKind.values()).map(Construct::id).toList())
        .containsAll(Stream.of(LockKind.values()).map(Construct::id).toList())
        .containsAll(
            Stream.of(SyncKind.values())
                .filter(kind -> kind.guarantee() == Guarantee.EXACT)
                .map(Construct::id)
                .toList());
  }

  @Test
  void whatIsExpectedFollowsFromTheGuarantee() {
    for (Planned.Model model : models) {
      for (Construct construct : Constructs.all()) {
        if (construct.id().equals(model.construct())) {
          assertThat(model.expect())
              .isEqualTo(construct.guarantee() == Guarantee.EXACT ? "HOLDS" : "BREAKS");
        }
      }
    }
    assertThat(models).extracting(Planned.Model::expect).contains("HOLDS", "BREAKS");
  }

  @Test
  void idsAndFileNamesAreUnique() {
    assertThat(models).extracting(Planned.Model::id).doesNotHaveDuplicates();
    assertThat(ModelChecks.all()).extracting(ModelCheck::fileName).doesNotHaveDuplicates();
  }

  @Test
  void everyMutantBreaksAConstructThatExistsOrIsListedAsNotRun() {
    List<JavaClass> mutants =
        new ClassFileImporter()
            .importPackages("dev.lockstep.jcstress").stream()
                .filter(type -> type.isAnnotatedWith(Broken.class))
                .filter(type -> !type.getAnnotationOfType(Broken.class).mutates().isEmpty())
                .toList();
    assertThat(mutants).hasSizeGreaterThan(30);
    List<Planned.NotRun> notRun = ModelChecks.notRun();
    for (JavaClass mutant : mutants) {
      Broken origin = mutant.getAnnotationOfType(Broken.class);
      assertThat(Constructs.all()).extracting(Construct::id).contains(origin.mutates());
      assertThat(origin.bug()).isNotBlank().doesNotEndWith(".");
      List<Planned.Model> asked =
          models.stream()
              .filter(model -> model.checker().equals("LINCHECK"))
              .filter(model -> model.name().equals(mutant.getSimpleName()))
              .filter(model -> origin.mutates().equals(model.mutates()))
              .toList();
      if (asked.isEmpty()) {
        assertThat(notRun)
            .extracting(Planned.NotRun::id)
            .contains(origin.mutates() + " " + mutant.getSimpleName());
      }
      for (Planned.Model model : asked) {
        assertThat(model.expect()).isEqualTo("BREAKS");
        assertThat(model.construct()).isNull();
        assertThat(model.mutates()).isEqualTo(origin.mutates());
        assertThat(model.bug()).isEqualTo(origin.bug());
      }
    }
  }

  @Test
  void everyQuestionMustFindAMutantOut() {
    assertThat(Questions.ALL).allSatisfy(question -> assertThat(question.mutants()).isNotEmpty());
  }

  @Test
  void bothCheckersAreAskedAndFrayOfMoreThanTwoThreads() {
    for (Checker checker : Checker.values()) {
      assertThat(models)
          .filteredOn(model -> model.checker().equals(checker.name()))
          .extracting(Planned.Model::expect)
          .contains("HOLDS", "BREAKS")
          .hasSizeGreaterThan(50);
    }
    assertThat(Questions.ALL)
        .filteredOn(question -> question.checker() == Checker.FRAY)
        .anyMatch(question -> question.scenario().threads().size() == 4);
  }

  @Test
  void whatThisMachineCannotAskIsListedCheckByCheck() {
    List<Planned.NotRun> notRun = ModelChecks.notRun(Checker.FRAY, "no library");
    assertThat(notRun)
        .extracting(Planned.NotRun::id)
        .containsExactlyElementsOf(
            models.stream()
                .filter(model -> model.checker().equals("FRAY"))
                .map(Planned.Model::id)
                .toList());
    assertThat(notRun)
        .allSatisfy(
            not -> {
              assertThat(not.cause()).isEqualTo("MACHINE");
              assertThat(not.why()).isEqualTo("no library");
            });
  }

  @Test
  void everyScenarioNamesMethodsThatExist() {
    assertThat(Questions.ALL)
        .allSatisfy(
            question ->
                assertThat(question.scenario().toExecution().getParallelExecution())
                    .hasSize(question.scenario().threads().size()));
  }

  @Test
  void whatIsNotAskedHasAReason() {
    assertThat(ModelChecks.notRun())
        .allSatisfy(
            not -> {
              assertThat(not.kind()).isEqualTo("MODEL");
              assertThat(not.why()).isNotBlank();
            });
  }
}
