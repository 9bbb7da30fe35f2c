/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangeTest {

  private static final String FACE = "jcstress.sync.EventGate";
  private static final String EVENT = "core.sync.Event";

  private static final Map<String, String> TEXTS =
      Map.of(
          FACE,
          """
          package dev.lockstep.jcstress.sync;

          import dev.lockstep.core.sync.Event;

          record EventGate(Event event) {}
          """,
          EVENT,
          """
          package dev.lockstep.core.sync;

          /** An {@link Event}. */
          public final class Event {
            void set() {
              flag = true;
              if (flag) {
                wakeAll();
              }
            }
          }
          """);

  private static Map<String, String> change(String... texts) {
    return Change.of(Shipped.EVENT_GATE, "wakes nobody", texts).sources("Silent", TEXTS);
  }

  @Test
  void aMutantIsTheShippedTextUnderAnotherName() {
    Map<String, String> mutant = change("flag) { wakeAll(); }", "flag) { }");
    assertThat(mutant).containsOnlyKeys("Silent", "SilentEvent");
    assertThat(mutant.get("Silent"))
        .contains("@dev.lockstep.jcstress.proof.Broken(mutates = \"sync:EVENT\", bug = \"wakes")
        .contains("public record Silent(SilentEvent event) {}")
        .doesNotContain("import dev.lockstep.core.sync.Event;");
    assertThat(mutant.get("SilentEvent"))
        .contains("package dev.lockstep.jcstress.sync;", "import dev.lockstep.core.sync.*;")
        .contains("flag = true;\n    if (flag) { }\n")
        .contains("public final class SilentEvent {")
        .doesNotContain("Broken", "wakeAll");
  }

  @Test
  void aTextThatIsNotThereOnceIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> change("wakeOne();", ""))
        .withMessageStartingWith("the mutant Silent must find \"wakeOne();\" once in [")
        .withMessageEndingWith("], and finds it 0 times");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> change("flag", ""))
        .withMessageEndingWith("and finds it 2 times");
  }

  @Test
  void withoutTheDifferenceItIsWhatIsShipped() {
    assertThat(
            Change.of(Shipped.EVENT_GATE, "none", "wakeOne();", "")
                .undone()
                .sources("Silent", TEXTS)
                .get("SilentEvent"))
        .contains("wakeAll();");
  }

  @Test
  void aClassThatIsNotThereIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Change.of(Shipped.MONITOR, "none", "a", "b")
                    .sources("Silent", List.of(Path.of("src/main/templates"))))
        .withMessageContaining("core.sync.MonitorSignal, which is not in");
  }

  /** The build goes on without, so that a class may be changed and tried; this does not. */
  @Test
  void everyMutantDiffersFromWhatIsShipped() throws IOException {
    List<Path> roots = List.of(Path.of("../core/src/main/java"), Path.of("src/main/java"));
    for (Mutant mutant : Mutant.all()) {
      assertThat(mutant.change().texts().size() % 2).as(mutant.type()).isZero();
      assertThat(mutant.change().sources(mutant.type(), roots))
          .as(mutant.type())
          .hasSameSizeAs(mutant.change().shipped().sources())
          .containsKey(mutant.type());
    }
    assertThat(Mutant.all()).extracting(Mutant::qualifiedType).doesNotHaveDuplicates();
  }

  /**
   * A mutant that no test and no question is asked of would only be compiled. Of these a model
   * checker is asked alone.
   */
  @Test
  void everyMutantIsATwin() {
    List<String> expressions =
        Templates.all().stream()
            .flatMap(template -> template.twins().stream())
            .map(Subject::expression)
            .toList();
    assertThat(Mutant.all())
        .filteredOn(
            mutant -> expressions.stream().noneMatch(made -> made.contains(mutant.qualifiedType())))
        .containsExactlyInAnyOrder(
            SignalMutant.CLEARED_INTERRUPT,
            SignalMutant.INTERRUPTED_TAKER,
            SignalMutant.KEEPS_WHEN_INTERRUPTED,
            SignalMutant.REFUSED_BY_ANOTHER,
            OtherMutant.COMPLETED_ASKS_ONCE,
            OtherMutant.ENDS_WITH_THE_ENDED,
            OtherMutant.GATHER_ASKS_ONCE,
            OtherMutant.TELLS_AT_THE_END,
            QueueMutant.ROOM_ASKED_ONCE,
            QueueMutant.SILENT_OFFER,
            QueueMutant.SILENT_POLL,
            QueueMutant.SIZE_WITHOUT_LOCK,
            TaskQueueMutant.FAILED_UNDONE,
            TaskQueueMutant.INTERRUPTED_UNDONE,
            TaskQueueMutant.JOINS_WHAT_WAS_THERE,
            TaskQueueMutant.REFUSES_ONE,
            TaskQueueMutant.SENTINEL_UNDONE,
            ExecutorMutant.LOOP_BEHIND_THE_END,
            ExecutorMutant.PART_LOOKS_FIRST,
            ProcessMutant.ENDS_ANY_CALL,
            ProcessMutant.HELPER_LEAVES,
            ProcessMutant.NOT_ANNOUNCED_AGAIN,
            ProcessMutant.SUBMITTED_TOO_LATE,
            PipelineMutant.COUNTED_LATE,
            PipelineMutant.NOT_RELEASED,
            LinkMutant.SILENT_ANSWER,
            LinkMutant.REGISTERED_LATE,
            LinkMutant.UNPARKED_FIRST);
  }
}
