/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pipeline;

import dev.lockstep.core.sync.ThreadEnd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.BooleanSupplier;

/** The threads of a pipeline: started together, awaited stage by stage or all at once. */
final class Crew {

  private record Member(Stage stage, Thread thread) {}

  private final List<Stage> stages;
  private final Duration grace;
  private final List<Member> members = new ArrayList<>();
  private final Map<Stage, Integer> running = new LinkedHashMap<>();
  private boolean givenUp;

  Crew(List<Stage> stages, Duration grace) {
    this.stages = stages;
    this.grace = grace;
  }

  synchronized void start(ThreadFactory factory) {
    for (Stage stage : stages) {
      ThreadFactory threads =
          factory == null
              ? Thread.ofPlatform().daemon().name(stage.name() + "-", 1).factory()
              : factory;
      for (StageWorker worker : stage.workers()) {
        Thread thread = threads.newThread(worker);
        if (thread == null) {
          throw new IllegalStateException("the factory made no thread for stage " + stage.name());
        }
        thread.start();
        members.add(new Member(stage, thread));
        running.merge(stage, 1, Integer::sum);
      }
    }
  }

  synchronized void ended(Stage stage) {
    running.merge(stage, -1, Integer::sum);
    notifyAll();
  }

  /** Has everybody look again. */
  synchronized void interrupt() {
    for (Member member : members) {
      if (!member.thread.equals(Thread.currentThread())) {
        member.thread.interrupt();
      }
    }
    notifyAll();
  }

  /** Refuses what would wait for the thread that asks for it. */
  synchronized void refuse(String what) {
    for (Member member : members) {
      if (member.thread.equals(Thread.currentThread())) {
        throw new IllegalStateException(
            "%s in stage %s would wait for itself".formatted(what, member.stage.name()));
      }
    }
  }

  /** Waits until all workers of a stage have ended; false if the pipeline came down before. */
  boolean awaitEnd(Stage stage, BooleanSupplier down) throws InterruptedException {
    synchronized (this) {
      while (running.get(stage) > 0 && !down.getAsBoolean()) {
        wait();
      }
    }
    if (down.getAsBoolean()) {
      return false;
    }
    for (Member member : members) {
      if (member.stage == stage) {
        member.thread.join(); // it has nothing more to do
      }
    }
    return true;
  }

  /**
   * Waits for all that were interrupted, no longer than the grace; an interrupt of the caller is
   * kept for later.
   *
   * @return what names the workers that have not ended; empty if all have, or if they were named
   *     before
   */
  Optional<IllegalStateException> awaitEnd() {
    List<Member> all;
    synchronized (this) {
      all = givenUp ? List.of() : List.copyOf(members);
    }
    List<Thread> others =
        all.stream()
            .map(Member::thread)
            .filter(thread -> !thread.equals(Thread.currentThread()))
            .toList();
    List<Thread> running = ThreadEnd.await(others, grace);
    List<String> left =
        all.stream()
            .filter(member -> running.contains(member.thread))
            .map(member -> member.thread.getName() + " of stage " + member.stage.name())
            .toList();
    if (left.isEmpty()) {
      return Optional.empty();
    }
    synchronized (this) {
      givenUp = true;
    }
    return Optional.of(
        new IllegalStateException("still running after they were interrupted: " + left));
  }
}
