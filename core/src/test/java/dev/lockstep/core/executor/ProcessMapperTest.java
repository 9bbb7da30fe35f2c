/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.kernel.KernelCall;
import dev.lockstep.core.kernel.Workload;
import dev.lockstep.core.process.Act;
import dev.lockstep.core.process.Bounded;
import dev.lockstep.core.process.Echo;
import dev.lockstep.core.process.WorkerDiedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The contract of {@link Mapper}, demanded of the kind that lambdas cannot reach. */
@Timeout(120)
@Tag("gate")
class ProcessMapperTest {

  @TempDir private Path directory;

  private static Mapper create(int workers) {
    return ExecutorKind.PROCESS_POOL.create(workers);
  }

  private static List<Integer> numbers(int n) {
    return IntStream.range(0, n).boxed().toList();
  }

  @Test
  void resultsComeInTheOrderOfTheInputs() {
    try (Mapper mapper = create(3)) {
      assertThat(mapper.workers()).isEqualTo(3);
      List<Integer> results = mapper.map(Echo.ECHO, numbers(1000));
      assertThat(results).isEqualTo(numbers(1000));
      List<Integer> none = mapper.map(Echo.ECHO, List.of());
      assertThat(none).isEmpty();
      assertThatThrownBy(() -> results.set(0, 1)).isInstanceOf(UnsupportedOperationException.class);
    }
  }

  @Test
  void alsoWhenTheLastTaskEndsFirst() throws Exception {
    Path first = directory.resolve("first");
    Path second = directory.resolve("second");
    try (Mapper mapper = create(2)) {
      AtomicReference<List<String>> results = new AtomicReference<>();
      Thread caller =
          Thread.ofPlatform()
              .daemon()
              .start(() -> results.set(mapper.map(Act.AWAIT, List.of(first + "", second + ""))));
      assertThat(Bounded.pidIn(first)).isNotEqualTo(Bounded.pidIn(second));
      Path _ = Files.createFile(Path.of(second + ".go"));
      Path _ = Files.createFile(Path.of(first + ".go"));
      Bounded.until("the caller's end", () -> !caller.isAlive());
      assertThat(results.get()).containsExactly(first + "", second + "");
    }
  }

  @Test
  void nullIsAResultAndAnInput() {
    try (Mapper mapper = create(2)) {
      List<String> results = mapper.map(Act.NEGATE, Arrays.asList("text", null));
      assertThat(results).containsExactly(null, "was null");
    }
  }

  @Test
  void everyKernelRunsInAnotherProcess() {
    try (Mapper mapper = create(2)) {
      for (Workload workload : List.of(Workload.GCD_SEED, Workload.FACTORIZE_SEED)) {
        List<Object> results = mapper.map(KernelCall.FREE, workload.tasks());
        assertThat(results).isEqualTo(workload.tasks().stream().map(KernelCall.FREE).toList());
      }
    }
  }

  @Test
  void severalCallersGetTheirOwnResults() {
    try (Mapper mapper = create(2)) {
      Set<Integer> wrong = ConcurrentHashMap.newKeySet();
      Set<Integer> done = ConcurrentHashMap.newKeySet();
      List<Thread> callers =
          IntStream.range(0, 3)
              .mapToObj(
                  caller ->
                      Thread.ofPlatform()
                          .daemon()
                          .start(
                              () -> {
                                List<Integer> own =
                                    List.of(10 * caller, 10 * caller + 1, 10 * caller + 2);
                                for (int i = 0; i < 200; i++) {
                                  List<Integer> results = mapper.map(Echo.ECHO, own);
                                  if (!results.equals(own)) {
                                    wrong.add(caller);
                                  }
                                }
                                done.add(caller);
                              }))
              .toList();
      Bounded.until("the callers' end", () -> callers.stream().noneMatch(Thread::isAlive));
      assertThat(wrong).isEmpty();
      assertThat(done).hasSize(3);
    }
  }

  @Test
  void theFirstFailureInOrderIsThrownAfterAllTasksHaveEnded() throws InterruptedException {
    try (Mapper mapper = create(1)) {
      Set<String> before = new HashSet<>(mapper.map(Act.STAMP, List.of("")));
      assertThat(before).hasSize(1);
      assertThatThrownBy(
              () ->
                  mapper.map(
                      Act.THROW,
                      List.of(
                          "java.lang.IllegalArgumentException:of task 0",
                          "java.lang.IllegalStateException:of task 1",
                          "java.lang.Error:of task 2")))
          .isExactlyInstanceOf(IllegalArgumentException.class)
          .hasMessage("of task 0");
      List<Integer> results = mapper.map(Echo.ECHO, numbers(3));
      assertThat(results).as("goes on after a failure").isEqualTo(numbers(3));
      assertThatThrownBy(() -> mapper.map(Act.THROW, List.of("java.lang.AssertionError:text")))
          .isExactlyInstanceOf(AssertionError.class)
          .hasMessage("text");
    }
  }

  @Test
  void aCheckedExceptionThatSlippedThroughIsWrapped() {
    try (Mapper mapper = create(1)) {
      assertThatExceptionOfType(CompletionException.class)
          .isThrownBy(() -> mapper.map(Act.THROW, List.of("java.io.IOException:text")))
          .withCauseExactlyInstanceOf(IOException.class);
    }
  }

  @Test
  void aProcessThatDiesFailsItsTaskOnly() {
    try (Mapper mapper = create(2)) {
      assertThatExceptionOfType(WorkerDiedException.class)
          .isThrownBy(() -> mapper.map(Act.EXIT, List.of("7")))
          .withMessageEndingWith("exit status 7");
      List<Integer> results = mapper.map(Echo.ECHO, numbers(100));
      assertThat(results).isEqualTo(numbers(100));
    }
  }

  @Test
  void aLambdaIsRefused() {
    try (Mapper mapper = create(1)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> mapper.map(x -> x, numbers(1)))
          .withMessageContainingAll(
              "cannot run in another process, which does not have its code under a name: implement"
                  + " dev.lockstep.core.process.Portable and let a provider of"
                  + " dev.lockstep.core.process.Portables list it");
    }
  }

  @Test
  void anInterruptedCallerDropsItsTasks() throws Exception {
    Mapper mapper = create(1);
    Path begun = directory.resolve("begun");
    List<String> inputs = IntStream.range(0, 2000).mapToObj(i -> begun + "" + i).toList();
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    AtomicBoolean flag = new AtomicBoolean();
    Thread caller =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  try {
                    List<String> _ = mapper.map(Act.SPIN_FOR_EVER, inputs);
                  } catch (Throwable t) {
                    thrown.set(t);
                    flag.set(Thread.currentThread().isInterrupted());
                  }
                });
    long pid = Bounded.pidIn(Path.of(inputs.getFirst()));
    caller.interrupt();
    Bounded.until("the caller's end", () -> !caller.isAlive());
    assertThat(thrown.get()).isInstanceOf(CancellationException.class);
    assertThat(flag).as("interrupt flag of the caller").isTrue();
    Bounded.gone(pid);
    List<Integer> results = mapper.map(Echo.ECHO, numbers(2));
    assertThat(results).as("goes on").isEqualTo(numbers(2));
    mapper.close();
    assertThat(Path.of(inputs.get(1))).as("of a task not begun").doesNotExist();
  }

  @Test
  void aCallerInterruptedBeforehandRunsNothing() {
    try (Mapper mapper = create(1)) {
      Path begun = directory.resolve("begun");
      Thread.currentThread().interrupt();
      try {
        assertThatThrownBy(() -> mapper.map(Act.SPIN_FOR_EVER, List.of(begun.toString())))
            .isInstanceOf(CancellationException.class);
      } finally {
        assertThat(Thread.interrupted()).as("interrupt flag of the caller").isTrue();
      }
      List<Integer> _ = mapper.map(Echo.ECHO, numbers(2));
      assertThat(begun).doesNotExist();
    }
  }

  @Test
  void closedMeansRejected() {
    Mapper mapper = create(1);
    mapper.close();
    mapper.close();
    assertThatExceptionOfType(RejectedExecutionException.class)
        .isThrownBy(() -> mapper.map(Echo.ECHO, numbers(2)));
    assertThatExceptionOfType(RejectedExecutionException.class)
        .isThrownBy(() -> mapper.map(x -> x, List.of()));
  }

  @Test
  void anInterruptedCloseEndsTheTasksAndFreesTheirCaller() throws Exception {
    Mapper mapper = create(1);
    Path begun = directory.resolve("begun");
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread caller =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  try {
                    List<String> _ =
                        mapper.map(Act.SLEEP_FOR_EVER, List.of(begun + "", begun + "2"));
                  } catch (Throwable t) {
                    thrown.set(t);
                  }
                });
    long pid = Bounded.pidIn(begun);
    Thread.currentThread().interrupt();
    mapper.close();
    assertThat(Thread.interrupted()).as("interrupt flag of the closer").isTrue();
    Bounded.until("the caller's end", () -> !caller.isAlive());
    assertThat(thrown.get()).isInstanceOf(CancellationException.class);
    Bounded.gone(pid);
  }

  @Test
  void aPoolRunsAsManyTasksAtOnceAsItHasWorkers() throws Exception {
    Mapper mapper = create(3);
    List<String> files =
        IntStream.range(0, 4).mapToObj(i -> directory.resolve("begun" + i).toString()).toList();
    AtomicReference<List<String>> results = new AtomicReference<>();
    Thread caller =
        Thread.ofPlatform().daemon().start(() -> results.set(mapper.map(Act.AWAIT, files)));
    Set<Long> pids = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      pids.add(Bounded.pidIn(Path.of(files.get(i))));
    }
    assertThat(pids).hasSize(3);
    assertThat(Path.of(files.get(3))).as("of the one task too many").doesNotExist();
    for (String file : files) {
      Path _ = Files.createFile(Path.of(file + ".go"));
    }
    Bounded.until("the caller's end", () -> !caller.isAlive());
    assertThat(results.get()).isEqualTo(files);
    mapper.close();
    pids.forEach(Bounded::gone);
  }

  /** The last chunk is short; what fails in one fails for itself alone. */
  @Test
  void aChunkIsRunInOneProcessInOrder() {
    try (Mapper mapper = create(2)) {
      List<String> stamps = mapper.map(Act.STAMP, Collections.nCopies(7, ""), Terms.chunked(3));
      for (List<String> chunk :
          List.of(stamps.subList(0, 3), stamps.subList(3, 6), stamps.subList(6, 7))) {
        String[] first = chunk.getFirst().split(":", 2);
        for (int i = 0; i < chunk.size(); i++) {
          assertThat(chunk.get(i)).isEqualTo(first[0] + ":" + (Integer.parseInt(first[1]) + i));
        }
      }
      assertThatThrownBy(
              () ->
                  mapper.map(
                      Act.THROW,
                      List.of("java.lang.IllegalStateException:of 0", "java.lang.Error:of 1"),
                      Terms.chunked(2)))
          .hasMessage("of 0");
    }
  }

  /** The process is gone that ran it, and another is there. */
  @Test
  void aLimitEndsEvenATaskThatNeverLooksUp() throws Exception {
    Path running = directory.resolve("running");
    try (Mapper mapper = create(1)) {
      List<Integer> warm = mapper.map(Echo.ECHO, numbers(2));
      assertThat(warm).hasSize(2);
      Duration limit = Duration.ofMillis(300);
      assertThatExceptionOfType(TimeLimitException.class)
          .isThrownBy(
              () -> mapper.map(Act.SPIN_FOR_EVER, List.of(running + "", "x"), Terms.within(limit)))
          .withMessage("the limit of 300 ms passed when 0 of 2 results were there");
      long pid = Bounded.pidIn(running);
      Bounded.until(
          "the end of the process",
          () -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
      List<Integer> again = mapper.map(Echo.ECHO, numbers(3));
      assertThat(again).isEqualTo(numbers(3));
    }
  }
}
