/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.proof;

import dev.lockstep.jcstress.mutant.MutantOf;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.runners.TestList;

/** Reads from the compiled tests what each of them proves. */
public final class Proofs {

  private Proofs() {}

  /**
   * Every stress test of the list that jcstress's annotation processor wrote, by name.
   *
   * @throws IllegalStateException naming a test that is not there, or that says not, or twice, what
   *     it is for
   */
  public static List<ProofTest> all() {
    return join(
        TestList.tests().stream()
            .map(TestList::getInfo)
            .map(info -> read(info, testClass(info)))
            .sorted(Comparator.comparing(ProofTest::test))
            .toList());
  }

  /** The class of a test, not initialised: that would start its executors. */
  static Class<?> testClass(TestInfo info) {
    try {
      return Class.forName(info.binaryName(), false, Proofs.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the test list names " + info.name() + ", which is gone", e);
    }
  }

  /** What one test says of itself; twins are not joined yet. */
  static ProofTest read(TestInfo info, Class<?> test) {
    Proof proof = test.getAnnotation(Proof.class);
    Twin twin = test.getAnnotation(Twin.class);
    Exhibit exhibit = test.getAnnotation(Exhibit.class);
    if (Stream.of(proof, twin, exhibit).filter(each -> each != null).count() != 1) {
      throw new IllegalStateException(info.name() + " needs one of @Proof, @Twin and @Exhibit");
    }
    if (twin != null) {
      return twin(info, test, twin);
    }
    JCStressMeta meta = test.getAnnotation(JCStressMeta.class);
    String contractName = (meta == null ? test : meta.value()).getSimpleName();
    if (exhibit != null) {
      return new ProofTest(
          info.name(),
          exhibit.construct(),
          Role.EXHIBIT,
          ContractKind.ALLOWS,
          contractName,
          List.of(),
          List.of(exhibit.mayObserve()),
          null,
          null,
          null,
          List.of(),
          pace(test),
          info.threads());
    }
    return new ProofTest(
        info.name(),
        proof.construct(),
        Role.PROOF,
        proof.mustObserve().length == 0 ? ContractKind.FORBIDS : ContractKind.MUST_OBSERVE,
        contractName,
        List.of(proof.mustObserve()),
        List.of(proof.mayObserve()),
        proof.breaks() == void.class ? null : proof.breaks().getSimpleName(),
        null,
        null,
        List.of(),
        pace(test),
        info.threads());
  }

  private static ProofTest twin(TestInfo info, Class<?> test, Twin twin) {
    MutantOf mutant = twin.mutant().getAnnotation(MutantOf.class);
    return new ProofTest(
        info.name(),
        null,
        Role.TWIN,
        ContractKind.MUST_OBSERVE,
        twin.contract().getSimpleName(),
        List.of(twin.mustObserve()),
        List.of(twin.mayObserve()),
        twin.contract().getSimpleName(),
        mutant == null ? null : mutant.value(),
        mutant == null ? twin.bug() : mutant.bug(),
        List.of(),
        pace(test),
        info.threads());
  }

  private static Pace pace(Class<?> test) {
    JCStressTest annotation = test.getAnnotation(JCStressTest.class);
    if (annotation != null && annotation.value() == Mode.Termination) {
      return Pace.TERMINATION;
    }
    Class<?> outer = test.getEnclosingClass();
    boolean handsOff = outer != null && outer.isAnnotationPresent(HandsOff.class);
    return handsOff ? Pace.HAND_OFF : Pace.ACCESS;
  }

  /** Gives every test that forbids the tests that break its contract. */
  private static List<ProofTest> join(List<ProofTest> tests) {
    return tests.stream()
        .map(test -> test.contract() == ContractKind.FORBIDS ? test.with(twins(test, tests)) : test)
        .toList();
  }

  /**
   * First the mutants of the very construct, then twins of the same class, then those made for the
   * contract, then races, then mutants of other constructs. Twins that need more actors than the
   * proof go last; of threads that should end, those that do not go before those that fail.
   */
  private static List<String> twins(ProofTest proof, List<ProofTest> tests) {
    return tests.stream()
        .filter(test -> proof.contractName().equals(test.breaks()))
        .sorted(
            Comparator.comparing((ProofTest test) -> test.actors() > proof.actors())
                .thenComparing(test -> !test.mustObserve().contains("STALE"))
                .thenComparing(test -> !proof.construct().equals(test.mutates()))
                .thenComparing(test -> !home(test).equals(home(proof)))
                .thenComparing(test -> test.mutates() != null)
                .thenComparing(ProofTest::role, Comparator.reverseOrder())
                .thenComparing(ProofTest::test))
        .map(ProofTest::test)
        .toList();
  }

  private static String home(ProofTest test) {
    return test.test().substring(0, test.test().lastIndexOf('.'));
  }
}
