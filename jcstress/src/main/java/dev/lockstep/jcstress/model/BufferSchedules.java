/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.Construct;
import dev.lockstep.core.queue.Channel;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.jcstress.queue.AskOnce;
import dev.lockstep.jcstress.queue.FirstOnly;
import dev.lockstep.jcstress.queue.LateItem;
import dev.lockstep.jcstress.queue.LateOffer;
import dev.lockstep.jcstress.queue.OneCondition;
import dev.lockstep.jcstress.queue.OneFlag;
import dev.lockstep.jcstress.queue.SilentExchange;
import dev.lockstep.jcstress.queue.SilentOffer;
import dev.lockstep.jcstress.queue.SilentPoll;
import dev.lockstep.jcstress.queue.SilentPut;
import dev.lockstep.jcstress.queue.SilentTake;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What Fray is asked of queues: four threads, and those that wait for each other. */
final class BufferSchedules {

  private static final List<String> TWO_AND_TWO =
      List.of("put1 put2", "put3 put4", "take take", "take take");

  static final List<Question> ALL =
      List.of(
          new Question(
              Checker.FRAY,
              "two and two, one place",
              "two threads put two items each where one has room, two take two each",
              new Scenario(QueueCalls.class, null, TWO_AND_TWO, "rest"),
              answer -> QueueHistory.wrong(answer, 1),
              kinds(1, _ -> true),
              Mutants.of(
                  1,
                  List.of(
                      AskOnce.class, OneCondition.class, SilentExchange.class, SilentTake.class))),
          new Question(
              Checker.FRAY,
              "two and two, two places",
              "two threads put two items each where two have room, two take two each",
              new Scenario(QueueCalls.class, null, TWO_AND_TWO, "rest"),
              answer -> QueueHistory.wrong(answer, 2),
              kinds(2, _ -> true),
              Mutants.of(2, List.of(FirstOnly.class, SilentPut.class))),
          new Question(
              Checker.FRAY,
              "two and two",
              "two threads put two items each, two take two each",
              new Scenario(QueueCalls.class, null, TWO_AND_TWO, "rest"),
              answer -> QueueHistory.wrong(answer, Channel.UNBOUNDED),
              kinds(Channel.UNBOUNDED, _ -> true),
              Mutants.of(Channel.UNBOUNDED, List.of(SilentPut.class))),
          new Question(
              Checker.FRAY,
              "just enough",
              "two threads wait for room, a third takes two items and then waits for them",
              new Scenario(
                  QueueCalls.class, "fill", List.of("put1", "put2", "takeTwoForOthers"), "rest"),
              answer ->
                  List.of(List.of(1, 2), List.of(2, 1)).contains(answer.after())
                      ? null
                      : "in the end there was " + answer.after(),
              kinds(2, _ -> true),
              Mutants.of(2, List.of(OneFlag.class, SilentTake.class))),
          new Question(
              Checker.FRAY,
              "room by poll",
              "two threads wait for room, a third takes two items, without a wait and with a limit",
              new Scenario(QueueCalls.class, "fill", List.of("put1", "put2", "pollTwice"), null),
              _ -> null,
              kinds(2, QueueKind::wakes),
              Mutants.of(2, List.of(SilentPoll.class))),
          new Question(
              Checker.FRAY,
              "items by offer",
              "two threads wait for an item, a third puts two, without a wait and with a limit",
              new Scenario(QueueCalls.class, null, List.of("take", "take", "offerTwice"), null),
              _ -> null,
              kinds(2, QueueKind::wakes),
              Mutants.of(2, List.of(SilentOffer.class))),
          new Question(
              Checker.FRAY,
              "gives up",
              "two threads wait for an item, one for a short time, a third puts one",
              new Scenario(
                  QueueCalls.class, null, List.of("pollSoonAndPassOn", "take", "put1"), null),
              _ -> null,
              kinds(2, QueueKind::wakes),
              Mutants.of(2, List.of(LateItem.class))),
          new Question(
              Checker.FRAY,
              "gives up for room",
              "two threads wait for room, one for a short time, a third takes an item",
              new Scenario(
                  QueueCalls.class, "fill", List.of("offerSoonAndMakeRoom", "put2", "take"), null),
              _ -> null,
              kinds(2, QueueKind::wakes),
              Mutants.of(2, List.of(LateOffer.class))));

  private BufferSchedules() {}

  /** The exact ones that can have just so many places. */
  private static Map<Construct, Supplier<?>> kinds(int places, Predicate<QueueKind> which) {
    return Kinds.of(
        QueueKind.values(),
        kind ->
            Kinds.exact(kind)
                && which.test(kind)
                && kind.bounds().allow(places)
                && kind.create(places).capacity() == places,
        kind -> kind.<Integer>create(places));
  }
}
