/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.proof;

import java.util.Comparator;
import java.util.List;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.runners.TestList;

/** Reads from the compiled tests what each of them proves. */
public final class Proofs {

  private Proofs() {}

  /**
   * Every stress test of the list that jcstress's annotation processor wrote, by name.
   *
   * @throws IllegalStateException naming a test that says not, or twice, what it is for
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
      throw new IllegalStateException("the test list names " + info.binaryName(), e);
    }
  }

  /** What one test says of itself; twins are not joined yet. */
  static ProofTest read(TestInfo info, Class<?> test) {
    Proof proof = test.getAnnotation(Proof.class);
    Twin twin = test.getAnnotation(Twin.class);
    if ((proof == null) == (twin == null)) {
      throw new IllegalStateException(info.name() + " needs one of @Proof and @Twin");
    }
    if (twin != null) {
      return new ProofTest(
          info.name(),
          null,
          Role.TWIN,
          ContractKind.MUST_OBSERVE,
          twin.contract().getSimpleName(),
          List.of(twin.mustObserve()),
          null,
          List.of(),
          info.threads());
    }
    JCStressMeta meta = test.getAnnotation(JCStressMeta.class);
    return new ProofTest(
        info.name(),
        proof.construct(),
        Role.PROOF,
        proof.mustObserve().length == 0 ? ContractKind.FORBIDS : ContractKind.MUST_OBSERVE,
        (meta == null ? test : meta.value()).getSimpleName(),
        List.of(proof.mustObserve()),
        null,
        List.of(),
        info.threads());
  }

  /** Gives every test that forbids the twins of its contract. */
  private static List<ProofTest> join(List<ProofTest> tests) {
    return tests.stream()
        .map(
            test ->
                test.contract() == ContractKind.FORBIDS
                    ? withTwins(test, twins(test, tests))
                    : test)
        .toList();
  }

  private static List<String> twins(ProofTest proof, List<ProofTest> tests) {
    return tests.stream()
        .filter(test -> test.role() == Role.TWIN)
        .filter(test -> test.contractName().equals(proof.contractName()))
        .map(ProofTest::test)
        .toList();
  }

  private static ProofTest withTwins(ProofTest proof, List<String> twins) {
    return new ProofTest(
        proof.test(),
        proof.construct(),
        proof.role(),
        proof.contract(),
        proof.contractName(),
        proof.mustObserve(),
        twins.isEmpty() ? null : twins.getFirst(),
        twins,
        proof.actors());
  }
}
