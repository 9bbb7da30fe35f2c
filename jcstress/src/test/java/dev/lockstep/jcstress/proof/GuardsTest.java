/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lockstep.jcstress.contract.OutcomeTable;
import dev.lockstep.jcstress.contract.OutcomeTable.Row;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.openjdk.jcstress.infra.TestInfo;

/** Each guard is shown something to complain about. */
class GuardsTest {

  private static final ProofTest PROOF =
      new ProofTest(
          "Locked",
          "counter:ATOMIC",
          Role.PROOF,
          ContractKind.FORBIDS,
          "NoLostUpdate",
          List.of(),
          "Broken",
          List.of("Broken"),
          2);

  private static final ProofTest LONELY =
      new ProofTest(
          "Locked",
          "counter:ATOMIC",
          Role.PROOF,
          ContractKind.FORBIDS,
          "NoLostUpdate",
          List.of(),
          null,
          List.of(),
          2);

  private static final ProofTest TWIN =
      new ProofTest(
          "Broken",
          null,
          Role.TWIN,
          ContractKind.MUST_OBSERVE,
          "NoLostUpdate",
          List.of("1"),
          null,
          List.of(),
          2);

  private static final OutcomeTable KEPT =
      new OutcomeTable(
          List.of(
              new Row("2", ACCEPTABLE, "kept"),
              new Row("1", FORBIDDEN, "lost"),
              new Row("", FORBIDDEN, "else")));

  private static final OutcomeTable MAY_LOSE = KEPT.grade(List.of("1"), ACCEPTABLE_INTERESTING);

  @Test
  void aConstructWithoutProofAndAProofWithoutConstruct() {
    assertThat(Guards.constructs(List.of(PROOF, TWIN), List.of("counter:ATOMIC"))).isEmpty();
    assertThat(Guards.constructs(List.of(PROOF), List.of("counter:ATOMIC", "lock:NEW")))
        .containsExactly("lock:NEW has no @Proof");
    assertThat(Guards.constructs(List.of(PROOF), List.of()))
        .containsExactly("Locked proves counter:ATOMIC, which does not exist");
  }

  @Test
  void aContractWithoutTwinAndATwinWithoutContract() {
    assertThat(Guards.twins(List.of(PROOF, TWIN))).isEmpty();
    assertThat(Guards.twins(List.of(LONELY)))
        .containsExactly("Locked forbids, but NoLostUpdate has no @Twin");
    assertThat(Guards.twins(List.of(TWIN)))
        .containsExactly("Broken breaks NoLostUpdate, which nothing keeps");
  }

  @Test
  void outcomesThatProveNothing() {
    assertThat(Guards.outcomes(List.of(PROOF, TWIN), Map.of("Locked", KEPT, "Broken", MAY_LOSE)))
        .isEmpty();
    assertThat(Guards.outcomes(List.of(PROOF), Map.of("Locked", MAY_LOSE)))
        .containsExactly("Locked may, but need not, observe 1");
    assertThat(Guards.outcomes(List.of(TWIN), Map.of("Broken", KEPT)))
        .containsExactly("Broken must observe 1, graded Forbidden");
    assertThat(
            Guards.outcomes(
                List.of(TWIN),
                Map.of("Broken", new OutcomeTable(List.of(new Row("", FORBIDDEN, "else"))))))
        .containsExactly("Broken must observe 1, graded null");
    assertThat(
            Guards.outcomes(List.of(PROOF), Map.of("Locked", KEPT.grade(List.of(""), ACCEPTABLE))))
        .containsExactly("Locked does not forbid every other outcome");
  }

  @Test
  void aTwinWithATableOfItsOwn() {
    assertThat(Guards.mirror(TWIN, MAY_LOSE, KEPT)).isEmpty();
    assertThat(Guards.mirror(TWIN, KEPT, KEPT))
        .containsExactly("Broken has a table that is not the mirror of its contract");
    assertThat(Guards.mirror(TWIN, MAY_LOSE.grade(List.of("2"), FORBIDDEN), KEPT)).hasSize(1);
    OutcomeTable otherWords =
        new OutcomeTable(
            List.of(
                new Row("2", ACCEPTABLE, "kept"),
                new Row("1", ACCEPTABLE_INTERESTING, "oh dear"),
                new Row("", FORBIDDEN, "else")));
    assertThat(Guards.mirror(TWIN, otherWords, KEPT)).hasSize(1);
    assertThat(Guards.mirror(TWIN, MAY_LOSE, MAY_LOSE))
        .containsExactly("Broken breaks 1, which its contract does not forbid");
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
  void aTestThatTwoCpusCannotRun() {
    ProofTest five =
        new ProofTest(
            "Five",
            "counter:VOLATILE",
            Role.PROOF,
            ContractKind.MUST_OBSERVE,
            "Five",
            List.of("4"),
            null,
            List.of(),
            5);
    assertThat(Guards.actors(List.of(PROOF, five), List.of("Five"))).isEmpty();
    assertThat(Guards.actors(List.of(PROOF, five), List.of()))
        .containsExactly("Five has 5 actors and is not listed");
  }

  /** Says not what it is for. */
  static final class Silent {}

  /** Says twice what it is for. */
  @Proof(construct = "counter:ATOMIC")
  @Twin(contract = Silent.class, mustObserve = "1")
  static final class Undecided {}

  @Test
  void aTestThatSaysNotWhatItIsFor() {
    for (Class<?> test : List.of(Silent.class, Undecided.class)) {
      TestInfo info =
          new TestInfo(test.getSimpleName(), test.getName(), "", "", 2, List.of(), false);
      assertThatIllegalStateException()
          .isThrownBy(() -> Proofs.read(info, test))
          .withMessage(test.getSimpleName() + " needs one of @Proof and @Twin");
    }
  }
}
