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

  private static final ProofTest PROOF = proof(List.of("Broken"));
  private static final ProofTest LONELY = proof(List.of());
  private static final ProofTest TWIN = twin(List.of("1"), "counts in two steps");
  private static final ProofTest RACE = race("NoLostUpdate", 2);
  private static final ProofTest EXHIBIT = exhibit(List.of("1"));

  private static ProofTest proof(List<String> twins) {
    return new ProofTest(
        "Locked",
        "counter:ATOMIC",
        Role.PROOF,
        ContractKind.FORBIDS,
        "NoLostUpdate",
        List.of(),
        List.of(),
        null,
        null,
        null,
        twins,
        Pace.ACCESS,
        2);
  }

  private static ProofTest twin(List<String> mustObserve, String bug) {
    return new ProofTest(
        "Broken",
        null,
        Role.TWIN,
        ContractKind.MUST_OBSERVE,
        "NoLostUpdate",
        mustObserve,
        List.of(),
        "NoLostUpdate",
        null,
        bug,
        List.of(),
        Pace.ACCESS,
        2);
  }

  private static ProofTest race(String breaks, int actors) {
    return new ProofTest(
        "Race",
        "counter:VOLATILE",
        Role.PROOF,
        ContractKind.MUST_OBSERVE,
        "Race",
        List.of("1"),
        List.of(),
        breaks,
        null,
        null,
        List.of(),
        Pace.ACCESS,
        actors);
  }

  private static ProofTest exhibit(List<String> mayObserve) {
    return new ProofTest(
        "Shown",
        "publication:PLAIN",
        Role.EXHIBIT,
        ContractKind.ALLOWS,
        "Shown",
        List.of(),
        mayObserve,
        null,
        null,
        null,
        List.of(),
        Pace.ACCESS,
        2);
  }

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
        .containsExactly("lock:NEW has neither @Proof nor @Exhibit");
    assertThat(Guards.constructs(List.of(PROOF), List.of()))
        .containsExactly("Locked is about counter:ATOMIC, which does not exist");
    assertThat(Guards.constructs(List.of(EXHIBIT), List.of("publication:PLAIN"))).isEmpty();
    assertThat(Guards.constructs(List.of(EXHIBIT), List.of()))
        .containsExactly("Shown is about publication:PLAIN, which does not exist");
  }

  @Test
  void aContractWithoutTwinAndATwinWithoutContract() {
    assertThat(Guards.twins(List.of(PROOF, TWIN))).isEmpty();
    assertThat(Guards.twins(List.of(LONELY)))
        .containsExactly("Locked forbids, but NoLostUpdate has no @Twin");
    assertThat(Guards.twins(List.of(TWIN)))
        .containsExactly("Broken breaks NoLostUpdate, which nothing keeps");
    assertThat(Guards.twins(List.of(proof(List.of("Broken", "Race")), TWIN, RACE))).isEmpty();
    assertThat(Guards.twins(List.of(PROOF, TWIN, RACE)))
        .containsExactly("Race breaks NoLostUpdate, which nothing keeps");
    assertThat(Guards.twins(List.of(PROOF, twin(List.of("1"), ""))))
        .containsExactly("Broken does not say what is wrong with it");
  }

  @Test
  void outcomesThatProveNothing() {
    assertThat(Guards.outcomes(List.of(PROOF, TWIN), Map.of("Locked", KEPT, "Broken", MAY_LOSE)))
        .isEmpty();
    assertThat(Guards.outcomes(List.of(PROOF), Map.of("Locked", MAY_LOSE)))
        .containsExactly("Locked does not say whether it must observe 1");
    assertThat(Guards.outcomes(List.of(TWIN), Map.of("Broken", KEPT)))
        .containsExactly("Broken is to observe 1, graded Forbidden");
    assertThat(
            Guards.outcomes(
                List.of(TWIN),
                Map.of("Broken", new OutcomeTable(List.of(new Row("", FORBIDDEN, "else"))))))
        .containsExactly("Broken is to observe 1, graded null");
    assertThat(
            Guards.outcomes(List.of(PROOF), Map.of("Locked", KEPT.grade(List.of(""), ACCEPTABLE))))
        .containsExactly("Locked does not forbid every other outcome");
    assertThat(Guards.outcomes(List.of(EXHIBIT), Map.of("Shown", MAY_LOSE))).isEmpty();
    assertThat(Guards.outcomes(List.of(exhibit(List.of())), Map.of("Shown", KEPT)))
        .containsExactly("Shown shows nothing");
    assertThat(Guards.outcomes(List.of(twin(List.of(), "bug")), Map.of("Broken", KEPT)))
        .containsExactly("Broken must observe nothing");
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
    ProofTest five = race(null, 5);
    assertThat(Guards.actors(List.of(PROOF, five), List.of("Race"))).isEmpty();
    assertThat(Guards.actors(List.of(PROOF, five), List.of()))
        .containsExactly("Race has 5 actors and is not listed");
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
          .withMessage(test.getSimpleName() + " needs one of @Proof, @Twin and @Exhibit");
    }
  }
}
