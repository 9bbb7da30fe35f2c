/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.lockstep.core.Construct;
import dev.lockstep.core.Constructs;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.infra.runners.TestList;

/** The stress tests that were built are the ones that the suite owes. */
@Timeout(300)
@Tag("gate")
class ProofsTest {

  private final List<ProofTest> tests = Proofs.all();

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
  void everyForbiddenRowHasAControl() {
    assertThat(Guards.controls(tests)).isEmpty();
  }

  @Test
  void everyTableIsClosedAndSaysWhatItShows() {
    assertThat(
            Guards.outcomes(
                tests,
                tests.stream()
                    .collect(
                        Collectors.toMap(
                            ProofTest::test, test -> OutcomeTable.of(testClass(test.test()))))))
        .isEmpty();
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
  void everyTestOfALargerMachineHasASmallerOneBesideIt() {
    assertThat(Guards.actors(tests)).isEmpty();
  }

  @Test
  void aProofIsReadWithItsRowsAndControls() {
    ProofTest proof = test("counter.LockedCounter.Atomic");
    assertThat(proof.construct()).isEqualTo("counter:ATOMIC");
    assertThat(proof.role()).isEqualTo(Role.PROOF);
    assertThat(proof.contract()).isEqualTo(ContractKind.FORBIDS);
    assertThat(proof.template()).isEqualTo("LockedCounter");
    assertThat(proof.isHeart()).isTrue();
    assertThat(proof.orders()).isEmpty();
    assertThat(proof.rows()).hasSize(1);
    assertThat(proof.rows().getFirst().outcomes()).containsExactly("5", "4", "3", "2");
    assertThat(proof.rows().getFirst().controls())
        .containsExactly(
            new ProofTest.Control(
                "dev.lockstep.jcstress.counter.LockedCounterTwins.NoLock",
                "no lock is taken",
                false,
                false,
                null));
    assertThat(proof.pace()).isEqualTo(Pace.ACCESS);
    assertThat(proof.actors()).isEqualTo(2);
    assertThat(proof.nightly()).isFalse();

    assertThat(test("sync.SignalWakes.Event").rows().getLast().controls())
        .extracting(control -> control.twin().replaceFirst(".*[.]", ""))
        .containsExactly("NeverWaits", "LookBeforeLock", "LookPauseBeforeLock", "SilentSend");

    ProofTest orders = test("lock.TryLock.Semaphore");
    assertThat(orders.isHeart()).isFalse();
    assertThat(orders.orders())
        .containsExactly(
            List.of("true, false, 1"), List.of("false, true, 1"), List.of("true, true, 2"));
  }

  @Test
  void racesTwinsAndExhibitsAreRead() {
    ProofTest race = test("counter.CounterRace.FiveUpdates");
    assertThat(race.contract()).isEqualTo(ContractKind.MUST_OBSERVE);
    assertThat(race.mustObserve()).containsExactly("9");
    assertThat(race.mayObserve()).containsExactly("2", "3", "4", "5", "6", "7", "8");
    assertThat(race.rows()).isEmpty();

    ProofTest mutant = test("counter.LockedCounterTwins.TwoPermits");
    assertThat(mutant.construct()).isNull();
    assertThat(mutant.role()).isEqualTo(Role.TWIN);
    assertThat(mutant.twinRole()).isEqualTo(TwinRole.MUTANT);
    assertThat(mutant.template()).isEqualTo("LockedCounter");
    assertThat(mutant.mutates()).isEqualTo("counter:SEMAPHORE");
    assertThat(mutant.bug()).isEqualTo("the semaphore has two permits");
    assertThat(mutant.mayObserve()).containsExactly("5", "4", "3", "2");

    ProofTest order = test("lock.LockPublishes.SpinLock");
    assertThat(order.nightly()).isTrue();
    assertThat(order.rows().getFirst().controls()).allMatch(ProofTest.Control::order);

    assertThat(test("counter.CounterRace.GetAddSet").role()).isEqualTo(Role.EXHIBIT);
  }

  private ProofTest test(String name) {
    return tests.stream()
        .filter(test -> test.test().equals("dev.lockstep.jcstress." + name))
        .findFirst()
        .orElseThrow();
  }
}
