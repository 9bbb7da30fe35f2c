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
import org.junit.jupiter.api.Timeout;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.infra.runners.TestList;

/** The stress tests that were built are the ones that the suite owes. */
@Timeout(300)
class ProofsTest {

  /** Tests that need more than two CPUs, on purpose. */
  private static final List<String> LARGER =
      List.of(
          "dev.lockstep.jcstress.counter.CounterRace.FiveSensors",
          "dev.lockstep.jcstress.counter.CriticalSection.FiveSensors",
          "dev.lockstep.jcstress.sync.Synchronizers.ConditionIf",
          "dev.lockstep.jcstress.sync.Synchronizers.ConditionWhile",
          "dev.lockstep.jcstress.sync.Synchronizers.OneReleaseTooMany",
          "dev.lockstep.jcstress.sync.Synchronizers.TwoPermits");

  private final List<ProofTest> tests = Proofs.all();
  private final Map<String, OutcomeTable> tables =
      tests.stream()
          .collect(
              Collectors.toMap(
                  ProofTest::test, test -> OutcomeTable.ofTest(testClass(test.test()))));

  private static Class<?> testClass(String test) {
    return Proofs.testClass(TestList.getInfo(test));
  }

  /**
   * Pure functions apart: they share nothing that another thread could change, so there is no
   * interleaving to forbid. That their results are right is checked wherever they run.
   */
  @Test
  void everyConstructHasAProofAndEveryProofAConstruct() {
    List<String> constructs =
        Constructs.all().stream()
            .filter(construct -> construct.guarantee() != Construct.Guarantee.PURE)
            .map(Construct::id)
            .toList();
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
  void whatBreaksAContractMirrorsIt() {
    List<String> complaints = new ArrayList<>();
    for (ProofTest test : tests) {
      Class<?> contract = broken(testClass(test.test()));
      if (contract != void.class) {
        complaints.addAll(Guards.mirror(test, tables.get(test.test()), OutcomeTable.of(contract)));
      }
    }
    assertThat(complaints).isEmpty();
  }

  private static Class<?> broken(Class<?> test) {
    Twin twin = test.getAnnotation(Twin.class);
    Proof proof = test.getAnnotation(Proof.class);
    return twin != null ? twin.contract() : proof != null ? proof.breaks() : void.class;
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
  void everyTestOfALargerMachineHasASmallerOneBesideIt() {
    for (ProofTest test : tests) {
      if (LARGER.contains(test.test()) && test.role() == Role.PROOF) {
        assertThat(tests)
            .anyMatch(each -> each.actors() <= 2 && test.construct().equals(each.construct()));
      }
    }
  }

  @Test
  void aTestIsReadWithAllItSays() {
    ProofTest proof = test("counter.LockedCounter.Atomic");
    assertThat(proof.construct()).isEqualTo("counter:ATOMIC");
    assertThat(proof.role()).isEqualTo(Role.PROOF);
    assertThat(proof.contract()).isEqualTo(ContractKind.FORBIDS);
    assertThat(proof.contractName()).isEqualTo("NoLostUpdate");
    assertThat(proof.pace()).isEqualTo(Pace.ACCESS);
    assertThat(proof.actors()).isEqualTo(2);

    ProofTest race = test("counter.CounterRace.DistinctOffsets");
    assertThat(race.contract()).isEqualTo(ContractKind.MUST_OBSERVE);
    assertThat(race.mustObserve()).containsExactly("1", "10");
    assertThat(race.breaks()).isEqualTo("BothOffsets");

    ProofTest mutant = test("counter.LockedCounterMutants.TwoPermits");
    assertThat(mutant.construct()).isNull();
    assertThat(mutant.role()).isEqualTo(Role.TWIN);
    assertThat(mutant.mutates()).isEqualTo("counter:SEMAPHORE");
    assertThat(mutant.bug()).isEqualTo("the semaphore has two permits");
    assertThat(mutant.breaks()).isEqualTo("NoLostUpdate");

    ProofTest exhibit = test("publication.Publications.Plain");
    assertThat(exhibit.role()).isEqualTo(Role.EXHIBIT);
    assertThat(exhibit.contract()).isEqualTo(ContractKind.ALLOWS);
    assertThat(exhibit.mayObserve()).containsExactly("0");

    assertThat(test("sync.StopSignals.EventSet").pace()).isEqualTo(Pace.TERMINATION);
    assertThat(test("sync.Synchronizers.Barrier").pace()).isEqualTo(Pace.HAND_OFF);
  }

  @Test
  void theMostTellingTwinComesFirst() {
    String mutants = "dev.lockstep.jcstress.counter.LockedCounterMutants.";
    assertThat(test("counter.LockedCounter.Semaphore").twin()).isEqualTo(mutants + "TwoPermits");
    assertThat(test("counter.LockedCounter.Atomic").twins())
        .startsWith(mutants + "AtomicGetSet")
        .contains(mutants + "LockPerThread")
        .hasSize(15);
    assertThat(test("counter.CriticalSection.ReturnedValue").twins())
        .containsExactly("dev.lockstep.jcstress.counter.CounterRace.ReturnedValue");
  }

  private ProofTest test(String name) {
    return tests.stream()
        .filter(test -> test.test().equals("dev.lockstep.jcstress." + name))
        .findFirst()
        .orElseThrow();
  }
}
