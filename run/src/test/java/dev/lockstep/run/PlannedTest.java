/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.run.Planned.PlannedConstruct;
import dev.lockstep.run.Planned.Share;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlannedTest {

  private static final List<PlannedConstruct> CONSTRUCTS =
      List.of(
          new PlannedConstruct("counter:ATOMIC", "counter", "ATOMIC", "AtomicLong", "EXACT", null));

  private final Planned proofs =
      planned(List.of(proof("A")), List.of(), List.of(notRun("PROOF", "B")));
  private final Planned trials =
      planned(List.of(), List.of(trial("t")), List.of(notRun("TRIAL", "u")))
          .withPrices(List.of("-Xmx1g"));
  private final Planned models =
      Planned.models(Plan.QUICK, CONSTRUCTS, List.of(model("m")), List.of(notRun("MODEL", "n")));

  @Test
  void holdsBothHarnessesListsWhoeverCameFirst() {
    Planned both = proofs.with(Share.TRIALS, trials);
    assertThat(both).isEqualTo(trials.with(Share.PROOFS, proofs));
    assertThat(both.proofs()).hasSize(1);
    assertThat(both.trials()).hasSize(1);
    assertThat(both.notRun()).hasSize(2);
    assertThat(both.cpython()).isTrue();
    assertThat(both.constructs()).hasSize(CONSTRUCTS.size());
  }

  @Test
  void theModelsAreAShareOfTheirOwn() {
    Planned all = proofs.with(Share.TRIALS, trials).with(Share.MODELS, models);
    assertThat(all)
        .isEqualTo(models.with(Share.PROOFS, proofs).with(Share.TRIALS, trials))
        .isEqualTo(proofs.with(Share.MODELS, models).with(Share.TRIALS, trials));
    assertThat(all.models()).extracting(Planned.Model::id).containsExactly("m");
    assertThat(all.proofs()).isEqualTo(proofs.proofs());
    assertThat(all.trials()).isEqualTo(trials.trials());
    assertThat(all.notRun())
        .extracting(Planned.NotRun::kind)
        .containsExactly("MODEL", "PROOF", "TRIAL");
  }

  @Test
  void aListThatIsWrittenAgainReplacesTheOldOne() {
    Planned both = proofs.with(Share.TRIALS, trials);
    Planned renamed = planned(List.of(), List.of(trial("renamed")), List.of());
    Planned again = both.with(Share.TRIALS, renamed);
    assertThat(again.trials()).extracting(Planned.Trial::id).containsExactly("renamed");
    assertThat(again.notRun()).extracting(Planned.NotRun::kind).containsExactly("PROOF");
    assertThat(again.proofs()).isEqualTo(proofs.proofs());
    assertThat(again.cpython()).isFalse();
  }

  @Test
  void smokeIsNoEvidence() {
    assertThat(Plan.SMOKE.isEvidence()).isFalse();
    assertThat(Plan.QUICK.isEvidence()).isTrue();
  }

  private static Planned planned(
      List<Planned.Proof> proofs, List<Planned.Trial> trials, List<Planned.NotRun> notRun) {
    return Planned.of(Plan.QUICK, CONSTRUCTS, proofs, trials, notRun);
  }

  private static Planned.Proof proof(String test) {
    return new Planned.Proof(
        test,
        "counter:A",
        "PROOF",
        "FORBIDS",
        "C",
        false,
        List.of(),
        List.of(),
        List.of(),
        100,
        List.of(),
        null,
        false,
        20,
        null,
        null,
        2,
        3,
        20,
        Map.of("C2", 1));
  }

  private static Planned.Trial trial(String id) {
    return new Planned.Trial(
        id,
        "b.C.m",
        "counter:A",
        Map.of(),
        1,
        "avgt",
        "ns/op",
        3,
        true,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of("cpu"));
  }

  private static Planned.Model model(String id) {
    return new Planned.Model("LINCHECK", id, "counter:A", "C", null, null, "two threads", "HOLDS");
  }

  private static Planned.NotRun notRun(String kind, String id) {
    return new Planned.NotRun(kind, id, "counter:B", "MACHINE", "needs 5 CPUs");
  }
}
