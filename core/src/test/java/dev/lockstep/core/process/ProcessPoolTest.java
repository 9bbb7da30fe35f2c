/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What comes back from workers that live. */
@Timeout(120)
@Tag("gate")
class ProcessPoolTest {

  private static ProcessPool pool;

  @BeforeAll
  static void open() {
    pool = new ProcessPool(2, Options.DEFAULT.with(Archive.NONE));
  }

  @AfterAll
  static void close() {
    pool.close();
  }

  @Test
  void tenThousandTasksAreDoneOnceEach() throws InterruptedException {
    List<CompletableFuture<String>> stamps = new ArrayList<>();
    List<CompletableFuture<String>> echoes = new ArrayList<>();
    Map<String, Integer> before = counts();
    for (int i = 0; i < 10_000; i++) {
      stamps.add(pool.submit(Act.STAMP, ""));
      echoes.add(pool.submit(Act.SAY, "task " + i));
    }
    Set<String> different = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      assertThat(Bounded.value(echoes.get(i))).isEqualTo("task " + i);
      assertThat(different.add(Bounded.value(stamps.get(i)))).as("a stamp of its own").isTrue();
    }
    int done = 0;
    for (Map.Entry<String, Integer> count : counts().entrySet()) {
      done += count.getValue() - before.get(count.getKey());
    }
    assertThat(done).as("stamps given, with the second count").isEqualTo(10_000 + askedByCounts);
  }

  private static int askedByCounts;

  /** The last stamp of each process: asks until both have answered. */
  private static Map<String, Integer> counts() throws InterruptedException {
    askedByCounts = 0;
    Map<String, Integer> last = new HashMap<>();
    while (last.size() < 2) {
      List<CompletableFuture<String>> stamps = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        stamps.add(pool.submit(Act.STAMP, ""));
        askedByCounts++;
      }
      for (CompletableFuture<String> stamp : stamps) {
        String[] parts = Bounded.value(stamp).split(":", -1);
        last.merge(parts[0], Integer.valueOf(parts[1]), Math::max);
      }
    }
    return last;
  }

  @Test
  void nullIsAnInputAndAResult() throws InterruptedException {
    assertThat(Bounded.value(pool.submit(Act.NEGATE, "text"))).isNull();
    assertThat(Bounded.value(pool.submit(Act.NEGATE, null))).isEqualTo("was null");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 100_000, (1 << 17) - 64, 1 << 17, (1 << 17) + 1, 20_000_000})
  void payloadsHaveAnySize(int size) throws InterruptedException {
    byte[] letters = new byte[size];
    Random random = new Random(size);
    for (int i = 0; i < size; i++) {
      letters[i] = (byte) ('a' + random.nextInt(26));
    }
    String text = new String(letters, StandardCharsets.US_ASCII);
    List<CompletableFuture<String>> answers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      answers.add(pool.submit(Act.SAY, text));
    }
    for (CompletableFuture<String> answer : answers) {
      assertThat(Bounded.value(answer).equals(text)).isTrue();
    }
  }

  @Test
  void aChunkIsDoneInOrderByOneWorkerEvenIfSomeFail() throws InterruptedException {
    List<Reply<String>> replies =
        Bounded.value(
            pool.submitAll(
                Act.THROW,
                Arrays.asList("java.lang.IllegalStateException:one", "java.io.IOException")));
    assertThat(replies).hasSize(2);
    assertThat(replies.get(0).failure())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("one");
    assertThat(replies.get(1).failure()).isInstanceOf(IOException.class).hasMessage(null);
    List<Reply<String>> stamps = Bounded.value(pool.submitAll(Act.STAMP, List.of("", "", "")));
    String pid = stamps.getFirst().value().split(":", -1)[0];
    int first = Integer.parseInt(stamps.getFirst().value().split(":", -1)[1]);
    assertThat(stamps)
        .extracting(Reply::value)
        .containsExactly(pid + ":" + first, pid + ":" + (first + 1), pid + ":" + (first + 2));
    assertThat(Bounded.value(pool.submitAll(Act.STAMP, List.<String>of()))).isEmpty();
  }

  @Test
  void anExceptionOfThePlatformComesBackAsItWas() throws InterruptedException {
    Throwable failure =
        Bounded.failure(pool.submit(Act.THROW, "java.lang.ArithmeticException:of a task"));
    assertThat(failure)
        .isExactlyInstanceOf(ArithmeticException.class)
        .hasMessage("of a task")
        .cause()
        .isInstanceOf(RemoteTaskException.class)
        .hasMessage("java.lang.ArithmeticException: of a task");
    assertThat(failure.getStackTrace())
        .as("where it happened")
        .anyMatch(element -> element.getClassName().startsWith(Act.class.getName()))
        .anyMatch(element -> element.getClassName().equals(Worker.class.getName()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang.AssertionError:text",
        "java.lang.AssertionError",
        "java.lang.Error",
        "java.io.IOException:text",
        "java.util.NoSuchElementException:text",
        "java.util.concurrent.TimeoutException"
      })
  void soDoOthers(String thrown) throws InterruptedException {
    Throwable failure = Bounded.failure(pool.submit(Act.THROW, thrown));
    String[] parts = thrown.split(":", 2);
    assertThat(failure.getClass().getName()).isEqualTo(parts[0]);
    assertThat(failure).hasMessage(parts.length == 1 ? null : parts[1]);
  }

  @Test
  void anotherExceptionIsToldInWords() throws InterruptedException {
    String type = Act.OwnException.class.getName();
    Throwable failure = Bounded.failure(pool.submit(Act.THROW, type + ":of a task"));
    assertThat(failure)
        .isInstanceOfSatisfying(
            RemoteTaskException.class,
            told -> {
              assertThat(told).hasMessage(type + ": of a task");
              assertThat(told.type()).isEqualTo(type);
              assertThat(told.stack()).contains("OwnException: of a task", "Act$");
            });
  }

  @Test
  void aStackOverflowIsAFailureLikeOthers() throws InterruptedException {
    assertThat(Bounded.failure(pool.submit(Act.RECUR, ""))).isInstanceOf(StackOverflowError.class);
    assertThat(Bounded.value(pool.submit(Act.SAY, "next"))).isEqualTo("next");
  }

  @Test
  void aFunctionThatNoProviderListsIsNamedInTheFailure() throws InterruptedException {
    assertThat(Bounded.failure(pool.submit(Act.UNKNOWN, "")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a worker knows no function UNKNOWN: let a provider list it that is named in"
                + " META-INF/services/dev.lockstep.core.process.Portables on the class path");
  }

  @Test
  void whatCannotBeWrittenIsAFailureOnEitherSide() throws InterruptedException {
    assertThat(Bounded.failure(pool.submit(Act.MUTE, "")))
        .isInstanceOf(IOException.class)
        .hasMessage("mute");
    CompletableFuture<Integer> tooLittle = pool.submit(new Unwritable(), 1);
    assertThat(Bounded.failure(tooLittle))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an input of unwritable cannot be sent");
  }

  /** Has nothing to send. */
  private static final class Unwritable implements Portable<Integer, Integer> {

    @Override
    public String name() {
      return "unwritable";
    }

    @Override
    public Integer apply(Integer input) {
      return input;
    }

    @Override
    public void writeInput(Integer input, DataOutput out) throws IOException {
      throw new IOException("unwritable");
    }

    @Override
    public Integer readInput(DataInput in) {
      return 0;
    }

    @Override
    public void writeResult(Integer result, DataOutput out) {}

    @Override
    public Integer readResult(DataInput in) {
      return 0;
    }
  }

  @Test
  void aTaskThatReadsTheInputIsToldThatThereIsNone() throws InterruptedException {
    assertThat(Bounded.value(pool.submit(Act.READ, ""))).isEqualTo("-1");
  }

  @Test
  void anInterruptFlagIsNotLeftToTheNextTask() throws InterruptedException {
    for (int i = 0; i < 20; i++) {
      assertThat(Bounded.value(pool.submit(Act.INTERRUPT, "set"))).isEqualTo("set");
    }
  }

  @Test
  void whatDependsOnAnAnswerMaySubmit() throws InterruptedException {
    CompletableFuture<String> chain =
        pool.submit(Act.SAY, "a").thenCompose(a -> pool.submit(Act.SAY, a + "b"));
    assertThat(Bounded.value(chain)).isEqualTo("ab");
  }

  @Test
  void aPoolHasAtLeastOneWorker() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ProcessPool(0))
        .withMessage("workers must be at least 1, not 0");
  }

  @Test
  void anInterruptedCallerLeavesItsTaskAlone() throws Exception {
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    CompletableFuture<String> answer = pool.submit(Act.BURN, "300");
    Thread caller =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  try {
                    String _ = answer.get();
                  } catch (InterruptedException | ExecutionException e) {
                    thrown.set(e);
                  }
                });
    caller.interrupt();
    Bounded.until("the caller's end", () -> !caller.isAlive());
    assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
    assertThat(Bounded.value(answer)).isNotEmpty();
  }

  @Test
  void closedMeansRejected() {
    ProcessPool closed = new ProcessPool(1, Options.DEFAULT.with(Archive.NONE));
    closed.close();
    closed.close();
    assertThat(closed.isClosed()).isTrue();
    assertThat(closed.pids()).isEmpty();
    assertThatExceptionOfType(RejectedExecutionException.class)
        .isThrownBy(() -> closed.submit(Echo.ECHO, 1))
        .withMessage("submit after close");
  }
}
