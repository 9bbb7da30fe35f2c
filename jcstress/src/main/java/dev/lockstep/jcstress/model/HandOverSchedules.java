/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.Construct;
import dev.lockstep.core.link.LinkKind;
import dev.lockstep.core.pipeline.PipelineKind;
import dev.lockstep.core.pipeline.Station;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.jcstress.link.RegisteredLate;
import dev.lockstep.jcstress.link.SilentAnswer;
import dev.lockstep.jcstress.link.UnparkedFirst;
import dev.lockstep.jcstress.pipeline.CountedLate;
import dev.lockstep.jcstress.pipeline.NotReleased;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadFactory;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/** What Fray is asked of pipelines and links. */
final class HandOverSchedules {

  /** Lines on platform threads that sleep when they wait. */
  private static final Set<PipelineKind> HELD_UP =
      EnumSet.of(PipelineKind.QUEUES, PipelineKind.DIRECT);

  private static final Set<LinkKind> WAITS_BY_ITSELF =
      EnumSet.of(LinkKind.CONDITION, LinkKind.PARK);

  private static final IntUnaryOperator SAME = IntUnaryOperator.identity();

  static final List<Question> ALL =
      List.of(
          new Question(
              Checker.FRAY,
              "fails",
              "a thread passes three items through a line with one place whose only stage fails: it"
                  + " is told",
              new Scenario(LineCalls.class, null, List.of("pass"), "close"),
              HandOverSchedules::told,
              lines(),
              Map.of(
                  CountedLate.class, () -> line(CountedLate::new),
                  NotReleased.class, () -> line(NotReleased::new))),
          new Question(
              Checker.FRAY,
              "there and back",
              "a thread sends a number to a party and waits for the answer, twice",
              new Scenario(LinkCalls.class, null, List.of("roundTrip roundTrip"), "close"),
              answer ->
                  answer.thread(0).equals(6)
                      ? null
                      : "roundTrip() gave %s in place of 6".formatted(answer.thread(0)),
              Kinds.of(
                  LinkKind.values(),
                  WAITS_BY_ITSELF::contains,
                  kind -> kind.create(1, Mutants.THREADS, SAME)),
              Map.of(
                  RegisteredLate.class, () -> new RegisteredLate(Mutants.THREADS, SAME),
                  SilentAnswer.class, () -> new SilentAnswer(Mutants.THREADS, SAME),
                  UnparkedFirst.class, () -> new UnparkedFirst(Mutants.THREADS, SAME))));

  private HandOverSchedules() {}

  private static String told(Answer answer) {
    return answer.thread(0).equals(true) ? null : "pass() gave results though the stage had failed";
  }

  private static Map<Construct, Supplier<?>> lines() {
    return Kinds.of(
        PipelineKind.values(), HELD_UP::contains, kind -> kind.create(1, LineCalls.FAILS));
  }

  /** Makes a copy of a line of queues. */
  @FunctionalInterface
  private interface Maker {
    Object make(
        QueueKind kind, int capacity, List<Station<Integer>> stations, ThreadFactory threads);
  }

  private static Object line(Maker maker) {
    return maker.make(QueueKind.CLOSABLE, 1, LineCalls.FAILS, Mutants.THREADS);
  }
}
