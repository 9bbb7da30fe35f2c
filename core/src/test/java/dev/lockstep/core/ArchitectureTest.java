/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The order of the house, kept by the build. */
@Tag("gate")
class ArchitectureTest {

  private static final String[] CONSTRUCTS = {
    "dev.lockstep.core",
    "dev.lockstep.core.order..",
    "dev.lockstep.core.counter..",
    "dev.lockstep.core.lock..",
    "dev.lockstep.core.rwlock..",
    "dev.lockstep.core.kernel..",
    "dev.lockstep.core.executor..",
    "dev.lockstep.core.process..",
    "dev.lockstep.core.sync..",
    "dev.lockstep.core.publication..",
    "dev.lockstep.core.future..",
    "dev.lockstep.core.queue..",
    "dev.lockstep.core.pipeline..",
    "dev.lockstep.core.unit..",
    "dev.lockstep.core.link..",
    "dev.lockstep.core.map..",
    "dev.lockstep.core.pair..",
    "dev.lockstep.core.stack..",
    "dev.lockstep.core.fanout.."
  };

  private static final String[] REFERENCES = {"org.jctools..", "com.lmax.disruptor.."};

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.lockstep.core");

  @Test
  void thereIsSomethingToCheck() {
    assertThat(CORE.that(resideInAnyPackage(CONSTRUCTS)).size()).isGreaterThan(25);
  }

  /** References are what users would pick instead, and only where queues are made. */
  @Test
  void referencesAreUsedByQueuesOnly() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.lockstep.core.queue..", "dev.lockstep.core.pipeline..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(REFERENCES)
        .check(CORE);
  }

  @Test
  void constructsUseOnlyThePlatformReferencesAndEachOther() {
    classes()
        .that()
        .resideInAnyPackage(CONSTRUCTS)
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage(
                "java..",
                "jdk.incubator.vector",
                "com.sun.management",
                "dev.lockstep.core..",
                REFERENCES[0],
                REFERENCES[1]))
        .check(CORE);
  }

  /** A JVM has the Vector API only if it is told so; everything else must run without. */
  @Test
  void theVectorApiIsUsedByWhatIsFoundByNameOnly() {
    String apart = ".*\\.kernel\\.Vector(Kernel|Divider)";
    noClasses()
        .that()
        .haveNameNotMatching(apart)
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jdk.incubator..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching(apart)
        .check(CORE);
    assertThat(CORE.that(nameMatching(apart))).hasSize(2);
  }

  @Test
  void packagesFormNoCycles() {
    slices().matching("dev.lockstep.core.(*)..").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void threadsAreUsedNotExtended() {
    noClasses().should().beAssignableTo(Thread.class).check(CORE);
  }

  @Test
  void namesSayWhatAClassIs() {
    noClasses().should().haveNameMatching(".*(Manager|Helper|Util|Utils|Impl)(\\$.*)?").check(CORE);
  }
}
