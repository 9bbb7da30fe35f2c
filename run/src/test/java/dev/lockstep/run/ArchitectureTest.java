/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.run;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What lies between the harnesses and the judge knows neither. */
@Tag("gate")
class ArchitectureTest {

  private static final String LAUNCH = "dev.lockstep.run.launch..";

  private static final JavaClasses RUN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.lockstep.run");

  @Test
  void itUsesThePlatformAndTwoLibrariesOnly() {
    assertThat(RUN).hasSizeGreaterThan(20);
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "tools.jackson..", "oshi..", "dev.lockstep.run..")
        .check(RUN);
  }

  @Test
  void theLauncherUsesOnlyThePlatform() {
    classes()
        .that()
        .resideInAPackage(LAUNCH)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", LAUNCH)
        .check(RUN);
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching("dev.lockstep.(**)").should().beFreeOfCycles().check(RUN);
  }
}
