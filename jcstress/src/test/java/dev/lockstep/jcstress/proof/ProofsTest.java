/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.lockstep.core.Construct;
import dev.lockstep.core.Constructs;
import dev.lockstep.jcstress.contract.OutcomeTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.infra.runners.TestList;

/** The stress tests that were built are the ones that the suite owes. */
class ProofsTest {

  /** Tests that need more than two CPUs, on purpose. */
  private static final List<String> LARGER = List.of();

  private final List<ProofTest> tests = Proofs.all();
  private final Map<String, OutcomeTable> tables =
      tests.stream()
          .collect(
              Collectors.toMap(
                  ProofTest::test, test -> OutcomeTable.ofTest(testClass(test.test()))));

  private static Class<?> testClass(String test) {
    return Proofs.testClass(TestList.getInfo(test));
  }

  @Test
  void everyConstructHasAProofAndEveryProofAConstruct() {
    List<String> constructs = Constructs.all().stream().map(Construct::id).toList();
    assertThat(constructs).isNotEmpty();
    assertThat(Guards.constructs(tests, constructs)).isEmpty();
  }

  @Test
  void whatForbidsHasATwin() {
    assertThat(Guards.twins(tests)).isEmpty();
  }

  @Test
  void whatMustBeObservedIsInTheTable() {
    assertThat(Guards.outcomes(tests, tables)).isEmpty();
  }

  @Test
  void everyTwinMirrorsItsContract() {
    List<String> complaints = new ArrayList<>();
    for (ProofTest test : tests) {
      Twin twin = testClass(test.test()).getAnnotation(Twin.class);
      if (twin != null) {
        complaints.addAll(
            Guards.mirror(test, tables.get(test.test()), OutcomeTable.of(twin.contract())));
      }
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void theListHoldsEveryTestOfTheSource() {
    List<String> declared =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("dev.lockstep.jcstress")
                .stream()
                .filter(type -> type.isAnnotatedWith(JCStressTest.class))
                .map(JavaClass::getName)
                .map(name -> name.replace('$', '.'))
                .toList();
    assertThat(Guards.list(TestList.tests(), declared)).isEmpty();
  }

  @Test
  void everyTestRunsOnTwoCpus() {
    assertThat(Guards.actors(tests, LARGER)).isEmpty();
  }

  @Test
  void aTestIsReadWithAllItSays() {
    assertThat(tests)
        .contains(
            new ProofTest(
                "dev.lockstep.jcstress.counter.LockedCounter.Atomic",
                "counter:ATOMIC",
                Role.PROOF,
                ContractKind.FORBIDS,
                "NoLostUpdate",
                List.of(),
                "dev.lockstep.jcstress.counter.LockedCounter.LockPerThread",
                List.of(
                    "dev.lockstep.jcstress.counter.LockedCounter.LockPerThread",
                    "dev.lockstep.jcstress.counter.LockedCounter.LockedWriteOnly"),
                2),
            new ProofTest(
                "dev.lockstep.jcstress.counter.LockedCounter.LockedWriteOnly",
                null,
                Role.TWIN,
                ContractKind.MUST_OBSERVE,
                "NoLostUpdate",
                List.of("1"),
                null,
                List.of(),
                2),
            new ProofTest(
                "dev.lockstep.jcstress.counter.CounterRace.DistinctOffsets",
                "counter:UNLOCKED",
                Role.PROOF,
                ContractKind.MUST_OBSERVE,
                "DistinctOffsets",
                List.of("1", "10"),
                null,
                List.of(),
                2));
  }
}
