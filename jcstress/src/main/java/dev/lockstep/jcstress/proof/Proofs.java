/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.proof;

import dev.lockstep.jcstress.watch.Watch;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.runners.TestList;

/** Reads from the compiled tests what each of them proves. */
public final class Proofs {

  /** The most that the rate of a widened twin counts, where a sample takes nanoseconds. */
  private static final double CEILING = 1e-3;

  /** The same where a sample takes microseconds. */
  private static final double BLOCKING_CEILING = 1e-2;

  private Proofs() {}

  /**
   * Every stress test of the list that jcstress's annotation processor wrote, by name.
   *
   * @throws IllegalStateException naming a test that is not there, or that says not, or twice, what
   *     it is for
   */
  public static List<ProofTest> all() {
    Map<ProofTest, Class<?>> classes = new TreeMap<>(Comparator.comparing(ProofTest::test));
    for (String name : TestList.tests()) {
      TestInfo info = TestList.getInfo(name);
      Class<?> test = testClass(info);
      classes.put(read(info, test), test);
    }
    return classes.keySet().stream().map(test -> join(test, classes)).toList();
  }

  /** The class of a test, not initialised: that would start its executors. */
  static Class<?> testClass(TestInfo info) {
    try {
      return Class.forName(info.binaryName(), false, Proofs.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the test list names " + info.name() + ", which is gone", e);
    }
  }

  /** What one test says of itself; its controls are not joined yet. */
  static ProofTest read(TestInfo info, Class<?> test) {
    Proof proof = test.getAnnotation(Proof.class);
    Twin twin = test.getAnnotation(Twin.class);
    Exhibit exhibit = test.getAnnotation(Exhibit.class);
    if (Stream.of(proof, twin, exhibit).filter(each -> each != null).count() != 1) {
      throw new IllegalStateException(info.name() + " needs one of @Proof, @Twin and @Exhibit");
    }
    OutcomeTable table = OutcomeTable.of(test);
    List<String> mustObserve = proof == null ? List.of() : List.of(proof.mustObserve());
    List<String> mayObserve = new ArrayList<>(table.ids(Expect.ACCEPTABLE_INTERESTING));
    mayObserve.removeAll(mustObserve);
    boolean forbids = proof != null && mustObserve.isEmpty();
    return new ProofTest(
        info.name(),
        proof != null ? proof.construct() : exhibit != null ? exhibit.construct() : null,
        proof != null ? Role.PROOF : exhibit != null ? Role.EXHIBIT : Role.TWIN,
        exhibit != null
            ? ContractKind.ALLOWS
            : forbids ? ContractKind.FORBIDS : ContractKind.MUST_OBSERVE,
        (twin == null ? home(test) : home(twin.of()[0])).getSimpleName(),
        mustObserve,
        Collections.unmodifiableList(mayObserve),
        forbids ? orders(table) : List.of(),
        List.of(),
        twin == null ? null : twin.role(),
        twin != null && twin.widened(),
        twin == null || twin.mutates().isEmpty() ? null : twin.mutates(),
        twin == null ? null : twin.bug(),
        exhibit != null && exhibit.order().length > 0,
        stands(test, Nightly.class),
        pace(test),
        info.threads());
  }

  /** The class of tests that a test stands in; it may stand alone. */
  private static Class<?> home(Class<?> test) {
    return test.getEnclosingClass() == null ? test : test.getEnclosingClass();
  }

  private static boolean stands(Class<?> test, Class<? extends Annotation> annotation) {
    return test.isAnnotationPresent(annotation) || home(test).isAnnotationPresent(annotation);
  }

  private static Pace pace(Class<?> test) {
    JCStressTest annotation = test.getAnnotation(JCStressTest.class);
    if (annotation != null && annotation.value() == Mode.Termination) {
      return Pace.TERMINATION;
    }
    if (!stands(test, Blocking.class)) {
      return Pace.ACCESS;
    }
    boolean watched =
        Arrays.stream(test.getDeclaredFields()).anyMatch(field -> field.getType() == Watch.class);
    return watched ? Pace.WAKING : Pace.BLOCKING;
  }

  private static List<List<String>> orders(OutcomeTable table) {
    List<List<String>> orders =
        table.named(Expect.ACCEPTABLE).stream().map(OutcomeTable.Row::ids).toList();
    return orders.size() < 2 ? List.of() : orders;
  }

  /** Gives every forbidden row of a proof the tests that can show it. */
  private static ProofTest join(ProofTest proof, Map<ProofTest, Class<?>> classes) {
    if (!proof.forbids()) {
      return proof;
    }
    Class<?> test = classes.get(proof);
    return proof.with(
        OutcomeTable.of(test).named(Expect.FORBIDDEN).stream()
            .map(
                row ->
                    new ProofTest.Row(
                        row.ids(), row.description(), controls(row.ids(), test, classes)))
            .toList());
  }

  /** The nearest first, by the rank that they were given. */
  private static List<ProofTest.Control> controls(
      List<String> outcomes, Class<?> proof, Map<ProofTest, Class<?>> classes) {
    return classes.keySet().stream()
        .filter(other -> !Collections.disjoint(other.interesting(), outcomes))
        .filter(other -> isControl(other, classes.get(other), proof))
        .sorted(Comparator.comparingInt(other -> rank(classes.get(other))))
        .map(Proofs::control)
        .toList();
  }

  private static boolean isControl(ProofTest other, Class<?> type, Class<?> proof) {
    Twin twin = type.getAnnotation(Twin.class);
    Exhibit exhibit = type.getAnnotation(Exhibit.class);
    Class<?>[] of =
        twin != null && other.twinRole() != TwinRole.MUTANT
            ? twin.of()
            : exhibit != null ? exhibit.order() : new Class<?>[0];
    return Arrays.stream(of).anyMatch(each -> each.equals(proof) || each.equals(home(proof)));
  }

  private static int rank(Class<?> type) {
    Twin twin = type.getAnnotation(Twin.class);
    return twin == null ? 0 : twin.rank();
  }

  private static ProofTest.Control control(ProofTest other) {
    boolean order = other.role() == Role.EXHIBIT || other.twinRole() == TwinRole.ORDER;
    double ceiling = other.pace() == Pace.ACCESS ? CEILING : BLOCKING_CEILING;
    return new ProofTest.Control(
        other.test(),
        other.role() == Role.EXHIBIT ? "it is " + other.construct() : other.bug(),
        order,
        other.widened(),
        other.widened() ? (Double) ceiling : null);
  }
}
