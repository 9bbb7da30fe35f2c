/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lockstep.jcstress.proof.OutcomeTable.Row;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.infra.TestInfo;

/** Each guard is shown something to complain about. */
class GuardsTest {

  private static final ProofTest.Control CONTROL =
      new ProofTest.Control("Broken", "counts in two steps", false, false, null);
  private static final ProofTest PROOF =
      test("Locked", Role.PROOF, ContractKind.FORBIDS, null, 2, List.of(row(CONTROL)));
  private static final ProofTest TWIN = twin(TwinRole.CONTROL, null, "counts in two steps");
  private static final ProofTest RACE =
      test("Race", Role.PROOF, ContractKind.MUST_OBSERVE, null, 2, List.of());
  private static final ProofTest EXHIBIT =
      test("Shown", Role.EXHIBIT, ContractKind.ALLOWS, null, 2, List.of());

  private static ProofTest.Row row(ProofTest.Control... controls) {
    return new ProofTest.Row(List.of("1"), "lost", List.of(controls));
  }

  private static ProofTest twin(TwinRole role, String mutates, String bug) {
    return new ProofTest(
        "Broken",
        null,
        Role.TWIN,
        ContractKind.MUST_OBSERVE,
        "Locked",
        List.of(),
        List.of("1"),
        List.of(),
        List.of(),
        role,
        false,
        mutates,
        bug,
        false,
        false,
        Pace.ACCESS,
        2);
  }

  private static ProofTest test(
      String name,
      Role role,
      ContractKind contract,
      TwinRole twinRole,
      int actors,
      List<ProofTest.Row> rows) {
    return new ProofTest(
        name,
        "counter:ATOMIC",
        role,
        contract,
        "Locked",
        contract == ContractKind.MUST_OBSERVE ? List.of("1") : List.of(),
        List.of(),
        List.of(),
        rows,
        twinRole,
        false,
        null,
        null,
        false,
        false,
        Pace.ACCESS,
        actors);
  }

  private static final Row KEPT = new Row(List.of("2"), ACCEPTABLE, "kept");
  private static final Row ELSE = new Row(List.of(), FORBIDDEN, "else");
  private static final OutcomeTable FORBIDS =
      new OutcomeTable(List.of(KEPT, new Row(List.of("1"), FORBIDDEN, "lost"), ELSE));
  private static final OutcomeTable SHOWS =
      new OutcomeTable(List.of(KEPT, new Row(List.of("1"), ACCEPTABLE_INTERESTING, "lost"), ELSE));

  @Test
  void aConstructWithoutProofAndAProofWithoutConstruct() {
    assertThat(Guards.constructs(List.of(PROOF, TWIN), List.of("counter:ATOMIC"))).isEmpty();
    assertThat(Guards.constructs(List.of(PROOF), List.of("counter:ATOMIC", "lock:NEW")))
        .containsExactly("lock:NEW has neither @Proof nor @Exhibit");
    assertThat(Guards.constructs(List.of(EXHIBIT), List.of()))
        .containsExactly("Shown is about counter:ATOMIC, which does not exist");
  }

  @Test
  void aRowWithoutControlAndAControlWithoutRow() {
    assertThat(Guards.controls(List.of(PROOF, TWIN, RACE, EXHIBIT))).isEmpty();
    assertThat(
            Guards.controls(List.of(PROOF.with(List.of(row())), twin(TwinRole.MUTANT, "a:B", "b"))))
        .containsExactly("Locked forbids [1], which no control shows");
    assertThat(Guards.controls(List.of(PROOF.with(List.of()))))
        .containsExactly("Locked names nothing that is forbidden");
    assertThat(Guards.controls(List.of(TWIN))).containsExactly("Broken is the control of nothing");
    assertThat(Guards.controls(List.of(twin(TwinRole.MUTANT, null, "b"))))
        .containsExactly("Broken does not say what it mutates");
    assertThat(Guards.controls(List.of(PROOF, twin(TwinRole.CONTROL, null, " "))))
        .containsExactly("Broken does not say what is wrong with it");
  }

  @Test
  void outcomesThatProveNothing() {
    assertThat(
            Guards.outcomes(
                List.of(PROOF, TWIN, RACE),
                Map.of("Locked", FORBIDS, "Broken", SHOWS, "Race", SHOWS)))
        .isEmpty();
    assertThat(Guards.outcomes(List.of(PROOF), Map.of("Locked", SHOWS)))
        .containsExactly("Locked forbids, and finds interesting");
    assertThat(Guards.outcomes(List.of(TWIN), Map.of("Broken", FORBIDS)))
        .containsExactly("Broken has nothing to show");
    assertThat(Guards.outcomes(List.of(RACE), Map.of("Race", FORBIDS)))
        .contains("Race is to observe 1, graded Forbidden");
    assertThat(
            Guards.outcomes(
                List.of(PROOF), Map.of("Locked", new OutcomeTable(FORBIDS.rows().subList(0, 2)))))
        .containsExactly("Locked does not forbid every other outcome");
  }

  @Test
  void aListThatDiffersFromTheSource() {
    assertThat(Guards.list(List.of("A", "B"), List.of("B", "A"))).isEmpty();
    assertThat(Guards.list(List.of("A", "C"), List.of("A", "B")))
        .containsExactly("B is not in the test list", "C is in the test list only");
    assertThat(Guards.list(List.of(), List.of()))
        .containsExactly("the test list is empty: the annotation processor did not run");
  }

  @Test
  void aLargeTestAlone() {
    ProofTest five = test("Five", Role.PROOF, ContractKind.FORBIDS, null, 5, List.of(row(CONTROL)));
    assertThat(Guards.actors(List.of(PROOF, five))).isEmpty();
    assertThat(Guards.actors(List.of(five)))
        .containsExactly("Five alone is about counter:ATOMIC, and is large");
  }

  /** Says not what it is for. */
  static final class Silent {}

  /** Says twice what it is for. */
  @Proof(construct = "counter:ATOMIC")
  @Exhibit(construct = "counter:ATOMIC")
  static final class Undecided {}

  @Test
  void aTestThatSaysNotWhatItIsFor() {
    for (Class<?> test : List.of(Silent.class, Undecided.class)) {
      TestInfo info =
          new TestInfo(test.getSimpleName(), test.getName(), "", "", 2, List.of(), false);
      assertThatIllegalStateException()
          .isThrownBy(() -> Proofs.read(info, test))
          .withMessage(test.getSimpleName() + " needs one of @Proof, @Twin and @Exhibit");
    }
  }
}
