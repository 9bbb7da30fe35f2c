/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Between the harnesses and the judge lies only the run directory. */
@Tag("gate")
class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.lockstep");

  @Test
  void theJudgeUsesNoClassOfTheHarnesses() {
    noClasses()
        .that()
        .resideInAPackage("dev.lockstep.reports..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.lockstep.core..", "dev.lockstep.jcstress..", "dev.lockstep.jmh..")
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.lockstep.reports.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void judgingReadsNoClockAndWritesNoFile() {
    noClasses()
        .that()
        .resideInAPackage("dev.lockstep.reports.judge..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.time..", "java.nio.file..", "java.io..", "java.util.concurrent..")
        .check(CLASSES);
  }
}
