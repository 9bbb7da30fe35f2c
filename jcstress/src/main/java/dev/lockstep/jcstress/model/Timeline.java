/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.pastalab.fray.core.ThreadContext;
import org.pastalab.fray.core.concurrency.operations.Operation;
import org.pastalab.fray.core.concurrency.operations.RacingOperation;
import org.pastalab.fray.rmi.ScheduleObserver;
import org.pastalab.fray.rmi.TestStatusObserver;
import org.pastalab.fray.runtime.MemoryOpType;

/**
 * Writes down which thread Fray lets go on, and where in this suite's own code that thread stands.
 * A thread stops only where the scheduler may prefer another one, so the places are taken there.
 */
final class Timeline implements ScheduleObserver<ThreadContext>, TestStatusObserver {

  private static final String OWN = "dev.lockstep.";
  private static final Set<String> HARNESS =
      Set.of(Play.class.getName(), Timeline.class.getName(), Fray.class.getName());

  private static final StackWalker STACK = StackWalker.getInstance();

  private final Consumer<Throwable> ended;
  private final List<Turn> turns = new ArrayList<>();
  private final Map<Thread, String> places = new HashMap<>();
  private int steps;

  private Thread main;

  /** A thread is let go on from a place, to do this. */
  private record Turn(String thread, String place, String does) {}

  /** Tells when and by what a schedule has ended that found something, before its threads end. */
  Timeline(Consumer<Throwable> ended) {
    this.ended = ended;
  }

  @Override
  public void onExecutionStart() {
    main = Thread.currentThread();
    turns.clear();
    places.clear();
    steps = 0;
  }

  @Override
  public void onNewSchedule(Collection<? extends ThreadContext> all, ThreadContext next) {
    steps++;
    Thread stopping = Thread.currentThread();
    here().ifPresent(place -> places.put(stopping, place));
    Thread thread = next.getThread();
    if (!thread.equals(main)) {
      turns.add(
          new Turn(
              thread.getName(),
              places.getOrDefault(thread, ""),
              words(next.getPendingOperation())));
    }
  }

  /** How often a thread was let go on. */
  int steps() {
    return steps;
  }

  /** What the threads did in the suite's own code, without what says nothing new. */
  Interleaving interleaving() {
    List<Turn> told = new ArrayList<>();
    for (Turn turn : turns) {
      if (!turn.place.isEmpty() && (told.isEmpty() || !told.getLast().equals(turn))) {
        told.add(turn);
      }
    }
    List<String> threads = told.stream().map(Turn::thread).distinct().sorted().toList();
    return new Interleaving(
        threads,
        told.stream()
            .map(
                turn ->
                    new Interleaving.Step(
                        threads.indexOf(turn.thread) + 1, turn.place + ": " + turn.does))
            .toList());
  }

  /** All of it, one line for each turn. */
  String text() {
    StringBuilder text = new StringBuilder();
    for (int turn = 0; turn < turns.size(); turn++) {
      Turn one = turns.get(turn);
      text.append("%4d  %-12s %-40s %s%n".formatted(turn + 1, one.thread, one.does, one.place));
    }
    return text.toString();
  }

  private static Optional<String> here() {
    return STACK.walk(
        frames ->
            frames
                .filter(frame -> frame.getClassName().startsWith(OWN))
                .filter(frame -> !HARNESS.contains(frame.getClassName()))
                .findFirst()
                .map(
                    frame ->
                        "%s.%s, line %d"
                            .formatted(
                                frame.getClassName().replaceFirst(".*[.]", "").replace('$', '.'),
                                frame.getMethodName(),
                                frame.getLineNumber())));
  }

  /** What the thread is about to do, or is let out of. */
  private static String words(Operation operation) {
    String name = operation.getClass().getSimpleName();
    return switch (name) {
      case "ThreadStartOperation" -> "starts";
      case "LockLockOperation" -> "asks for the lock";
      case "LockBlocked" -> "has waited for the lock";
      case "ObjectWaitOperation" -> "begins to wait";
      case "ConditionWakeBlocked", "ObjectWakeBlocked" -> "has been woken";
      case "ParkBlocking" -> "parks";
      case "ThreadResumeOperation" -> "goes on";
      case "MemoryOperation" -> memory((RacingOperation) operation);
      default -> name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    };
  }

  private static String memory(RacingOperation operation) {
    return operation.getType() == MemoryOpType.MEMORY_WRITE
        ? "writes shared memory"
        : "reads shared memory";
  }

  @Override
  public void onContextSwitch(ThreadContext current, ThreadContext next) {}

  @Override
  public void onReportError(Throwable thrown) {
    ended.accept(thrown);
  }

  @Override
  public void onExecutionDone(Throwable bug) {}

  @Override
  public void saveToReportFolder(Path path) {}
}
