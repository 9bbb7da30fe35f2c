/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How workers end, and what others notice of it. */
@Timeout(120)
@Tag("gate")
class WorkerDeathTest {

  private static final int KILLED = 137;

  @TempDir private Path directory;

  private static ProcessPool pool(int workers) {
    return new ProcessPool(workers, Options.DEFAULT.with(Archive.NONE));
  }

  private static void kill(long pid) {
    assertThat(ProcessHandle.of(pid)).hasValueSatisfying(ProcessHandle::destroyForcibly);
  }

  private static WorkerDiedException death(CompletableFuture<?> future)
      throws InterruptedException {
    Throwable failure = Bounded.failure(future);
    assertThat(failure).isInstanceOf(WorkerDiedException.class);
    return (WorkerDiedException) failure;
  }

  @ParameterizedTest
  @EnumSource(names = {"SPIN_FOR_EVER", "SLEEP_FOR_EVER"})
  void aKilledWorkerFailsItsTaskOnlyAndIsReplaced(Act endless) throws Exception {
    Path begun = directory.resolve("begun");
    try (ProcessPool pool = pool(2)) {
      CompletableFuture<String> victim = pool.submit(endless, begun.toString());
      List<CompletableFuture<String>> others = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        others.add(pool.submit(Act.SAY, "other " + i));
      }
      long pid = Bounded.pidIn(begun);
      assertThat(pool.pids()).contains(pid).hasSize(2);
      kill(pid);
      WorkerDiedException died = death(victim);
      assertThat(died.pid()).isEqualTo(pid);
      assertThat(died.status()).isEqualTo(KILLED);
      assertThat(died)
          .hasMessage(
              "worker process %d ended while it ran a task: exit status 137, as after signal 9"
                  .formatted(pid));
      for (int i = 0; i < 100; i++) {
        assertThat(Bounded.value(others.get(i))).isEqualTo("other " + i);
      }
      assertThat(pool.awaitStart(Duration.ofSeconds(30))).isTrue();
      assertThat(pool.pids()).doesNotContain(pid).hasSize(2);
    }
  }

  @Test
  void anIdleWorkerThatIsKilledIsReplaced() throws Exception {
    try (ProcessPool pool = pool(1)) {
      long first = pid(pool);
      kill(first);
      Bounded.until("replaced", () -> !pool.pids().contains(first) && pool.pids().size() == 1);
      assertThat(pid(pool)).isNotEqualTo(first);
    }
  }

  private static long pid(ProcessPool pool) throws InterruptedException {
    return Long.parseLong(Bounded.value(pool.submit(Act.STAMP, "")).split(":", -1)[0]);
  }

  @ParameterizedTest
  @EnumSource(names = {"EXIT", "HALT"})
  void aTaskThatExitsFailsWithTheStatus(Act exit) throws InterruptedException {
    try (ProcessPool pool = pool(1)) {
      WorkerDiedException died = death(pool.submit(exit, "7"));
      assertThat(died.status()).isEqualTo(7);
      assertThat(died).hasMessageEndingWith("ended while it ran a task: exit status 7");
      assertThat(Bounded.value(pool.submit(Act.SAY, "next"))).isEqualTo("next");
    }
  }

  @Test
  void aWorkerWithoutMemoryIsReplaced() throws InterruptedException {
    System.setProperty(WorkerCommand.PROPERTY, "-Xmx64m");
    try (ProcessPool pool = pool(1)) {
      assertThat(death(pool.submit(Act.HOARD, "")).status()).isEqualTo(3);
      assertThat(Bounded.value(pool.submit(Act.SAY, "next"))).isEqualTo("next");
    } finally {
      System.clearProperty(WorkerCommand.PROPERTY);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"SPIN_FOR_EVER", "SLEEP_FOR_EVER"})
  void aTaskOutOfTimeIsCancelledWithItsWorker(Act endless) throws Exception {
    Path begun = directory.resolve("begun");
    try (ProcessPool pool = pool(1)) {
      CompletableFuture<String> task = pool.submit(endless, begun.toString());
      CompletableFuture<String> next = pool.submit(Act.SAY, "next");
      long pid = Bounded.pidIn(begun);
      assertThatThrownBy(() -> task.get(1, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      assertThat(task.cancel(false)).isTrue();
      assertThat(ProcessHandle.of(pid)).as("not to be interrupted").isPresent();
      CompletableFuture<String> again = pool.submit(endless, begun.toString());
      assertThat(again.cancel(true)).as("not begun").isTrue();
      kill(pid);
      assertThat(Bounded.value(next)).isEqualTo("next");

      Files.delete(begun);
      CompletableFuture<String> other = pool.submit(endless, begun.toString());
      long second = Bounded.pidIn(begun);
      assertThat(other.cancel(true)).isTrue();
      Bounded.gone(second);
      assertThat(other).isCancelled();
      assertThat(Bounded.value(pool.submit(Act.SAY, "on"))).isEqualTo("on");
    }
  }

  @Test
  void closeWaitsForTasksThatEnd() throws Exception {
    Path begun = directory.resolve("begun");
    ProcessPool pool = pool(1);
    CompletableFuture<String> task = pool.submit(Act.AWAIT, begun.toString());
    CompletableFuture<String> waiting = pool.submit(Act.SAY, "waited");
    long pid = Bounded.pidIn(begun);
    Thread closer = Thread.ofPlatform().daemon().start(pool::close);
    Bounded.until("closed", pool::isClosed);
    Path _ = Files.createFile(Path.of(begun + ".go"));
    Bounded.until("the closer's end", () -> !closer.isAlive());
    assertThat(task).isCompletedWithValue(begun.toString());
    assertThat(waiting).isCompletedWithValue("waited");
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void closeEndsTasksThatDoNot() throws Exception {
    Path begun = directory.resolve("begun");
    ProcessPool pool = pool(1);
    CompletableFuture<String> task = pool.submit(Act.SPIN_FOR_EVER, begun.toString());
    CompletableFuture<String> waiting = pool.submit(Act.SAY, "waited");
    long pid = Bounded.pidIn(begun);
    Thread.currentThread().interrupt(); // spares the test the seconds of grace
    pool.close();
    assertThat(Thread.interrupted()).as("interrupt flag of the closer").isTrue();
    assertThat(task).isCancelled();
    assertThat(waiting).isCancelled();
    assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    assertThatThrownBy(() -> waiting.get(0, TimeUnit.SECONDS))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void workersThatCannotStartFailTheirTasks() throws InterruptedException {
    System.setProperty(WorkerCommand.PROPERTY, "-XX:ThereIsNoSuchOption=1");
    try (ProcessPool pool = pool(2)) {
      WorkerDiedException died = death(pool.submit(Act.SAY, ""));
      assertThat(died).hasMessageEndingWith("ended before it could take a task: exit status 1");
      assertThat(death(pool.submit(Act.SAY, "later"))).isSameAs(died);
      Bounded.until("all workers' end", () -> pool.pids().isEmpty());
    } finally {
      System.clearProperty(WorkerCommand.PROPERTY);
    }
  }

  /** A JVM that has a pool, on its own outputs. */
  private Process owner(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(PoolOwner.class.getName());
    command.addAll(List.of(arguments));
    File out = directory.resolve("out").toFile();
    File err = directory.resolve("err").toFile();
    return new ProcessBuilder(command).redirectOutput(out).redirectError(err).start();
  }

  @ParameterizedTest
  @ValueSource(strings = {"SPIN_FOR_EVER", "SLEEP_FOR_EVER"})
  void workersEndWhenTheirOwnerIsKilled(String endless) throws IOException {
    Path begun = directory.resolve("begun");
    Process owner = owner(endless, begun + ".0", begun + ".1");
    try {
      List<Long> pids =
          List.of(
              Bounded.pidIn(Path.of(begun + ".0")),
              Bounded.pidIn(Path.of(begun + ".1")),
              Bounded.pidIn(Path.of(begun + ".idle")));
      assertThat(pids).doesNotHaveDuplicates();
      Process _ = owner.destroyForcibly();
      pids.forEach(Bounded::gone);
    } finally {
      Process _ = owner.destroyForcibly();
    }
  }

  @Test
  void workersEndWhenTheirOwnerEndsWithoutClosing() throws Exception {
    Path begun = directory.resolve("begun");
    Process owner = owner("LEAVE", begun + ".0");
    try {
      long pid = Bounded.pidIn(Path.of(begun + ".0"));
      assertThat(owner.waitFor(30, TimeUnit.SECONDS)).isTrue();
      Bounded.gone(pid);
    } finally {
      Process _ = owner.destroyForcibly();
    }
  }

  @Test
  void whatTasksPrintGoesWhereTheOwnerPrints() throws Exception {
    Process owner = owner("PRINT", "printed");
    try {
      assertThat(owner.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(owner.exitValue()).isZero();
      assertThat(Files.readString(directory.resolve("out")))
          .hasSize(2_000_000 + "[printed, printed]\n".length())
          .endsWith("[printed, printed]\n");
      assertThat(Files.size(directory.resolve("err"))).isEqualTo(2_000_000);
    } finally {
      Process _ = owner.destroyForcibly();
    }
  }
}
