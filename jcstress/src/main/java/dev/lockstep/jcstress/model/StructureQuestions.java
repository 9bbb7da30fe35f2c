/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.map.MapKind;
import dev.lockstep.core.pair.PairKind;
import dev.lockstep.core.stack.StackKind;
import dev.lockstep.jcstress.map.AnswerIgnored;
import dev.lockstep.jcstress.pair.NotValidated;
import dev.lockstep.jcstress.pair.OddIsRead;
import dev.lockstep.jcstress.pair.StampNotValidated;
import dev.lockstep.jcstress.pair.WritersMeet;
import dev.lockstep.jcstress.pair.WritesAsReader;
import dev.lockstep.jcstress.stack.OldestPopped;
import dev.lockstep.jcstress.stack.PopGivesUp;
import dev.lockstep.jcstress.stack.PopInTwoSteps;
import dev.lockstep.jcstress.stack.PushInTwoSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The questions that are put to pairs, stacks and maps. */
final class StructureQuestions {

  private static final Set<Object> NOTHING_OR_ONES = Set.of(0L, 11L);
  private static final Set<Object> ONES_OR_TWOS = Set.of(11L, 22L);

  static final List<Question> ALL =
      List.of(
          new Question(
              "",
              "one thread writes a pair, another reads: it gets both halves or none",
              new Scenario(PairCalls.class, null, List.of("writeOnes", "read"), null),
              answer ->
                  NOTHING_OR_ONES.contains(answer.thread(1))
                      ? null
                      : "read() gave the halves %s".formatted(answer.thread(1)),
              Kinds.of(PairKind.values(), PairKind::create),
              List.of(
                  NotValidated.class,
                  OddIsRead.class,
                  StampNotValidated.class,
                  WritesAsReader.class)),
          new Question(
              "two writers",
              "two threads write a pair each: that of one of them stays",
              new Scenario(PairCalls.class, null, List.of("writeOnes", "writeTwos"), "read"),
              answer ->
                  ONES_OR_TWOS.contains(answer.after())
                      ? null
                      : "in the end there were the halves %s".formatted(answer.after()),
              Kinds.of(PairKind.values(), PairKind::create),
              List.of(WritersMeet.class, WritesAsReader.class)),
          new Question(
              "",
              "one thread pops, another pops two items and pushes the first again: each item is"
                  + " popped once",
              new Scenario(StackCalls.class, "fill", List.of("pop", "popUnderTheTop"), "rest"),
              answer -> notOnce(answer, List.of(1, 2, 3)),
              Kinds.of(
                  new StackKind[] {
                    StackKind.TREIBER,
                    StackKind.TREIBER_REUSED,
                    StackKind.LOCKED,
                    StackKind.CONCURRENT_DEQUE
                  },
                  StackKind::create),
              List.of(PopInTwoSteps.class)),
          new Question(
              "pushes",
              "two threads push, one of them two items, and each pops: it finds an item, and the"
                  + " newer of two of its own",
              new Scenario(StackCalls.class, null, List.of("push1 push2 pop", "push3 pop"), "rest"),
              answer ->
                  answer.thread(0).equals(1) && !answer.thread(1).equals(2)
                      ? "a thread that had pushed 2 on 1 popped 1, and nobody had popped 2"
                      : notOnce(answer, List.of(1, 2, 3)),
              Kinds.of(
                  new StackKind[] {StackKind.TREIBER, StackKind.LOCKED, StackKind.CONCURRENT_DEQUE},
                  StackKind::create),
              List.of(OldestPopped.class, PopGivesUp.class, PushInTwoSteps.class)),
          new Question(
              "",
              "two threads count a new word: both counts are kept",
              new Scenario(WordCalls.class, null, List.of("count", "count"), "counted"),
              answer ->
                  answer.after().equals(2)
                      ? null
                      : "the word was counted twice, and its count was %s"
                          .formatted(answer.after()),
              Kinds.of(MapKind.values(), MapKind::create),
              List.of(AnswerIgnored.class)));

  private StructureQuestions() {}

  /** What is wrong if these are not just the items that were popped by threads or are left. */
  private static String notOnce(Answer answer, List<Integer> items) {
    List<Object> seen = new ArrayList<>(answer.threads());
    seen.addAll((List<?>) answer.after());
    seen.sort(null);
    return seen.equals(items)
        ? null
        : "pop() gave %s and %s, and %s was left"
            .formatted(answer.thread(0), answer.thread(1), answer.after());
  }
}
