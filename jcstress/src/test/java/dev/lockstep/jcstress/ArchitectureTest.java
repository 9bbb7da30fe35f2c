/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.annotations.JCStressTest;

@Tag("gate")
class ArchitectureTest {

  private static final String[] FAMILIES = {
    "..jcstress.counter..",
    "..jcstress.executor..",
    "..jcstress.future..",
    "..jcstress.link..",
    "..jcstress.map..",
    "..jcstress.pair..",
    "..jcstress.stack..",
    "..jcstress.lock..",
    "..jcstress.order..",
    "..jcstress.pipeline..",
    "..jcstress.publication..",
    "..jcstress.queue..",
    "..jcstress.rwlock..",
    "..jcstress.sync..",
    "..jcstress.unit.."
  };

  /** Without what jcstress generates beside the tests. */
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("_jcstress"))
          .importPackages("dev.lockstep.jcstress");

  @Test
  void theProofsKnowNeitherThePricesNorTheJudge() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.lockstep.jmh..", "dev.lockstep.reports..", "org.openjdk.jmh..")
        .check(CLASSES);
  }

  @Test
  void stressTestsKnowNothingOfTheRun() {
    noClasses()
        .that()
        .resideInAnyPackage(FAMILIES)
        .or()
        .resideInAnyPackage("..contract..", "..mutant..", "..proof..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.lockstep.jcstress.run..", "dev.lockstep.run..")
        .check(CLASSES);
  }

  @Test
  void stressTestsLieInTheRoomOfTheirFamily() {
    classes()
        .that()
        .areAnnotatedWith(JCStressTest.class)
        .should()
        .resideInAnyPackage(FAMILIES)
        .check(CLASSES);
  }

  @Test
  void onlyTheModelsKnowTheModelChecker() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.lockstep.jcstress.model..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.jetbrains..", "kotlin..", "dev.lockstep.jcstress.model..")
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.lockstep.jcstress.(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
