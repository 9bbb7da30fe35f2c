/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.Construct;
import dev.lockstep.core.counter.CounterKind;
import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.future.FutureKind;
import dev.lockstep.core.future.TaskGroup;
import dev.lockstep.core.lock.LockKind;
import dev.lockstep.jcstress.counter.SplitAdd;
import dev.lockstep.jcstress.executor.BehindTheEnd;
import dev.lockstep.jcstress.executor.BrokenMappers;
import dev.lockstep.jcstress.executor.LoopBehindTheEnd;
import dev.lockstep.jcstress.executor.PartLooksFirst;
import dev.lockstep.jcstress.executor.StaysInterrupted;
import dev.lockstep.jcstress.future.BeginsCancelled;
import dev.lockstep.jcstress.future.BrokenPromises;
import dev.lockstep.jcstress.future.EndsAtEveryCancel;
import dev.lockstep.jcstress.future.EndsWithTheEnded;
import dev.lockstep.jcstress.future.GatherAsksOnce;
import dev.lockstep.jcstress.future.GroupOfTasks;
import dev.lockstep.jcstress.future.InterruptedLate;
import dev.lockstep.jcstress.future.Overriding;
import dev.lockstep.jcstress.future.StartedTooLate;
import dev.lockstep.jcstress.future.TellsAtTheEnd;
import dev.lockstep.jcstress.future.TellsOne;
import dev.lockstep.jcstress.lock.BrokenLocks;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** What Fray is asked of counters, locks, futures, groups of tasks and executors. */
final class OtherSchedules {

  /** Executors whose threads Fray can hold up; {@link Questions#whyNot} tells of the others. */
  private static final Set<ExecutorKind> HELD_UP =
      EnumSet.of(
          ExecutorKind.THREAD_PER_TASK,
          ExecutorKind.QUEUE_WORKERS,
          ExecutorKind.FIXED,
          ExecutorKind.CACHED,
          ExecutorKind.BOUNDED_CALLER_RUNS,
          ExecutorKind.WORK_STEALING,
          ExecutorKind.ACTOR,
          ExecutorKind.EVENT_LOOP);

  /**
   * Locks that Fray misjudges: it does not see what a view of a StampedLock gives back, and waits
   * for ever itself where a thread waits for a Semaphore and is deaf to interrupts.
   */
  private static final Set<LockKind> MISJUDGED =
      EnumSet.of(LockKind.STAMPED_LOCK, LockKind.SEMAPHORE);

  static final List<Question> ALL =
      List.of(
          new Question(
              Checker.FRAY,
              "three",
              "three threads increment, then the value is read",
              new Scenario(
                  ThreeIncrements.class, null, List.of("first", "second", "third"), "value"),
              answer ->
                  answer.after().equals(3)
                      ? null
                      : "value() gave %s after three increments".formatted(answer.after()),
              Kinds.of(
                  CounterKind.values(),
                  kind -> Kinds.exact(kind) || kind == CounterKind.VOLATILE,
                  CounterKind::create),
              Mutants.of(1, List.of(SplitAdd.class))),
          new Question(
              Checker.FRAY,
              "three",
              "three threads wait for the lock one after the other",
              new Scenario(LockCalls.class, null, List.of("enter", "enter", "enter"), null),
              OtherSchedules::alone,
              Kinds.of(LockKind.values(), kind -> !MISJUDGED.contains(kind), LockKind::create),
              Mutants.of(
                  1,
                  List.of(
                      BrokenLocks.CheckThenAct.class,
                      BrokenLocks.ReadMode.class,
                      BrokenLocks.TwoPermits.class))),
          new Question(
              Checker.FRAY,
              "complete, cancel, get",
              "one thread completes, another cancels, a third waits for the value",
              new Scenario(PromiseCalls.class, null, List.of("complete", "cancel", "get"), null),
              answer -> {
                boolean cancelled = answer.thread(2).equals(PromiseCalls.CANCELLED);
                return answer.thread(1).equals(cancelled)
                    ? null
                    : "cancel() gave %s and get() %s".formatted(answer.thread(1), answer.thread(2));
              },
              Kinds.of(FutureKind.values(), FutureKind::create),
              Mutants.of(1, List.of(BrokenPromises.CheckThenAct.class, Overriding.class))),
          new Question(
              Checker.FRAY,
              "callback",
              "one thread completes, another registers a callback, which is called once",
              new Scenario(CallbackCalls.class, null, List.of("complete", "register"), "called"),
              answer ->
                  answer.after().equals(1)
                      ? null
                      : "the callback was called %s times".formatted(answer.after()),
              Map.of(FutureKind.COMPLETABLE_FUTURE, CompletableFuture::new),
              Mutants.of(1, List.of(BrokenPromises.CallbackLost.class))),
          new Question(
              Checker.FRAY,
              "start or close",
              "one thread starts a task, another closes the group: no task outlives it",
              new Scenario(GroupCalls.class, null, List.of("startEndless", "close"), "outlives"),
              answer -> answer.after().equals(false) ? null : "a task outlives its group",
              groups(),
              Mutants.of(1, List.of(StartedTooLate.class))),
          new Question(
              Checker.FRAY,
              "cancel or begin",
              "a task that has just been started is cancelled, another is started",
              new Scenario(GroupCalls.class, "start", List.of("cancel startAnother"), null),
              answer -> answer.thread(0).equals(true) ? null : "the cancelled task has ended twice",
              groups(),
              Mutants.of(1, List.of(BeginsCancelled.class, EndsAtEveryCancel.class))),
          new Question(
              Checker.FRAY,
              "two tasks",
              "a thread starts two tasks and waits for both",
              new Scenario(GroupCalls.class, null, List.of("awaitTwo"), null),
              _ -> null,
              groups(),
              Mutants.of(1, List.of(GatherAsksOnce.class))),
          new Question(
              Checker.FRAY,
              "first of two",
              "a thread waits for the first task that ends, and another task goes on until then",
              new Scenario(GroupCalls.class, null, List.of("awaitFirst"), "awaitAll"),
              _ -> null,
              groups(),
              Mutants.of(1, List.of(TellsAtTheEnd.class))),
          new Question(
              Checker.FRAY,
              "two who wait",
              "two threads wait for the task of a group",
              new Scenario(GroupCalls.class, "start", List.of("awaitAll", "awaitAll"), null),
              _ -> null,
              groups(),
              Mutants.of(1, List.of(TellsOne.class))),
          new Question(
              Checker.FRAY,
              "iterated while it grows",
              "one thread iterates over the tasks that have ended, another starts two more",
              new Scenario(
                  GroupCalls.class, "start", List.of("iterate", "startTwoMore"), "iterate"),
              answer -> grown((List<?>) answer.thread(0), (List<?>) answer.after()),
              groups(),
              Mutants.of(1, List.of(EndsWithTheEnded.class))),
          new Question(
              Checker.FRAY,
              "interrupted afterwards",
              "a task is cancelled as it ends, and its thread has something else to do then",
              new Scenario(GroupCalls.class, "startPooled", List.of("cancelPooled"), null),
              answer ->
                  answer.thread(0).equals(false)
                      ? null
                      : "what came after the task was interrupted",
              Map.of(
                  FutureKind.GROUP_TASK,
                  () -> new GroupOfTasks(new TaskGroup<>(GroupCalls.POOLED))),
              Map.of(InterruptedLate.class, () -> new InterruptedLate(GroupCalls.POOLED))),
          new Question(
              Checker.FRAY,
              "map or close",
              "one thread maps a task, another closes the executor: a result or a refusal",
              new Scenario(MapperCalls.class, null, List.of("map", "close"), null),
              answer -> answer.thread(0).equals(true) ? null : "map() gave a wrong result",
              executors(),
              mappers(BehindTheEnd.class, LoopBehindTheEnd.class)),
          new Question(
              Checker.FRAY,
              "interrupt stays",
              "the time of a task is over and it is interrupted, the next one is not",
              new Scenario(
                  MapperCalls.class, null, List.of("mapImpatiently", "mapPatiently"), null),
              answer ->
                  answer.thread(1).equals(false)
                      ? null
                      : "the second task found itself interrupted",
              executors(),
              mappers(StaysInterrupted.class)),
          new Question(
              Checker.FRAY,
              "stopped while it divides",
              "the time of a task is over while its parts begin, and the executor is closed",
              new Scenario(DividedCalls.class, null, List.of("mapTooLong close"), null),
              _ -> null,
              Map.of(ExecutorKind.FORK_JOIN_SPLIT, () -> ExecutorKind.FORK_JOIN_SPLIT.create(2)),
              Mutants.of(2, List.of(PartLooksFirst.class))));

  private OtherSchedules() {}

  private static String alone(Answer answer) {
    for (int thread = 0; thread < answer.threads().size(); thread++) {
      if (Boolean.FALSE.equals(answer.thread(thread))) {
        return "thread %d met another one that had the lock".formatted(thread + 1);
      }
    }
    return null;
  }

  /** Each iteration gives out what has ended, in this order, and all that had been started. */
  private static String grown(List<?> early, List<?> all) {
    boolean right =
        !early.isEmpty() && all.size() == 3 && all.subList(0, early.size()).equals(early);
    return right ? null : "an iteration gave %s, and a later one %s".formatted(early, all);
  }

  static Map<Construct, Supplier<?>> groups() {
    return Map.of(FutureKind.GROUP_TASK, () -> new GroupOfTasks(new TaskGroup<>(Mutants.THREADS)));
  }

  /** With one worker. */
  private static Map<Construct, Supplier<?>> executors() {
    return Kinds.of(ExecutorKind.values(), HELD_UP::contains, kind -> kind.create(1));
  }

  private static Map<Class<?>, Supplier<?>> mappers(Class<?>... mutants) {
    Map<Class<?>, Supplier<?>> made = new LinkedHashMap<>();
    Mutants.of(1, List.of(mutants))
        .forEach((type, mutant) -> made.put(type, () -> BrokenMappers.mapper(mutant.get())));
    return made;
  }
}
