/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;

@Tag("gate")
class ArchitectureTest {

  private static final String[] FAMILIES = {
    "..order..",
    "..counter..",
    "..executor..",
    "..lock..",
    "..sync..",
    "..publication..",
    "..future..",
    "..kernel..",
    "..queue..",
    "..rwlock..",
    "..pipeline..",
    "..unit..",
    "..link..",
    "..map..",
    "..pair..",
    "..stack.."
  };

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(location -> !location.contains("jmh_generated"))
          .importPackages("dev.lockstep.jmh");

  @Test
  void thePricesKnowNeitherTheProofsNorTheJudge() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.lockstep.jcstress..", "dev.lockstep.reports..", "org.openjdk.jcstress..")
        .check(CLASSES);
  }

  @Test
  void benchmarksKnowNothingOfTheRun() {
    noClasses()
        .that()
        .resideInAnyPackage(FAMILIES)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.lockstep.jmh.run..", "dev.lockstep.run..")
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.lockstep.jmh.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void benchmarksLieInTheRoomOfTheirFamily() {
    classes()
        .that()
        .containAnyMethodsThat(
            new com.tngtech.archunit.base.DescribedPredicate<>("are benchmarks") {
              @Override
              public boolean test(com.tngtech.archunit.core.domain.JavaMethod method) {
                return method.isAnnotatedWith(Benchmark.class);
              }
            })
        .should()
        .resideInAnyPackage(FAMILIES)
        .check(CLASSES);
  }
}
