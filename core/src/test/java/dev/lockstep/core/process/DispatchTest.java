/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Calls that meet in the dispatcher, each at one moment, with a worker that is no process. */
class DispatchTest {

  @TempDir private Path directory;

  private final AtomicReference<Runnable> whenKilled = new AtomicReference<>(() -> {});
  private Dispatch dispatch;
  private WorkerProcess worker;
  private FrameWriter writer;

  /** Runs nothing. That it is ended is told at once, under the dispatcher's lock. */
  private final class NoProcess extends Process {

    @Override
    public Process destroyForcibly() {
      whenKilled.getAndSet(() -> {}).run();
      return this;
    }

    @Override
    public void destroy() {
      Process _ = destroyForcibly();
    }

    @Override
    public CompletableFuture<Process> onExit() {
      return new CompletableFuture<>();
    }

    @Override
    public long pid() {
      return 0;
    }

    @Override
    public OutputStream getOutputStream() {
      return OutputStream.nullOutputStream();
    }

    @Override
    public InputStream getInputStream() {
      return InputStream.nullInputStream();
    }

    @Override
    public InputStream getErrorStream() {
      return InputStream.nullInputStream();
    }

    @Override
    public int waitFor() {
      return 0;
    }

    @Override
    public int exitValue() {
      return 0;
    }
  }

  private static final class NoStaff implements Dispatch.Staff {

    @Override
    public void connected(WorkerProcess worker) {}

    @Override
    public void replace() {}
  }

  @BeforeEach
  void hire() throws IOException {
    dispatch = new Dispatch(new NoStaff(), 0);
    worker = WorkerProcess.start(_ -> new NoProcess(), List.of(directory));
    Path ring = worker.directory().resolve(WorkerProcess.RING);
    writer = new FrameWriter(Link.open(ring, Arena.ofAuto()).out());
    dispatch.add(worker);
  }

  @AfterEach
  void dismiss() {
    worker.hangUp();
    dispatch.stop();
    dispatch.run(); // closes what it waits with
  }

  private Call<String> call(int id) {
    return new Call<>(Frame.bare(id, Frame.TASK), _ -> "answer " + id, dispatch);
  }

  /** What the worker would do. */
  private void answer(int id) throws IOException {
    writer.begin(Frame.bare(id, Frame.ANSWER));
    assertThat(writer.advance() && writer.done()).isTrue();
  }

  /** The one that is cancelled holds the lock for so long. */
  @Test
  void aCallThatMeetsTheCloseIsRefusedOrEnds() throws InterruptedException {
    Call<String> running = call(1);
    Call<String> late = call(2);
    AtomicBoolean refused = new AtomicBoolean();
    Thread submitter =
        Thread.ofPlatform()
            .daemon()
            .unstarted(
                () -> {
                  try {
                    dispatch.submit(late);
                  } catch (RejectedExecutionException closed) {
                    refused.set(true);
                  }
                });
    whenKilled.set(
        () -> {
          submitter.start();
          Bounded.until("a wait", () -> submitter.getState() == Thread.State.WAITING);
          dispatch.dismiss(false);
        });
    dispatch.begin(worker, running);
    assertThat(running.cancel(true)).isTrue();
    submitter.join();
    assertThat(refused.get() || late.isDone()).as("refused, or at its end").isTrue();
  }

  /** The next call is with the worker by then: the answer was taken, and not yet told. */
  @Test
  void aCancelThatMeetsTheAnswerLeavesTheNextCallAlone() throws Exception {
    AtomicBoolean killed = new AtomicBoolean();
    AtomicReference<Call<String>> first = new AtomicReference<>();
    first.set(
        new Call<>(
            Frame.bare(1, Frame.TASK), _ -> "cancelled: " + first.get().cancel(true), dispatch));
    Call<String> next = call(2);
    whenKilled.set(() -> killed.set(true));
    dispatch.admit(worker);
    dispatch.submit(first.get());
    dispatch.submit(next);
    answer(1);
    assertThatExceptionOfType(CancellationException.class).isThrownBy(first.get()::get);
    assertThat(killed).as("the worker was ended").isFalse();
    answer(2);
    assertThat(next.get()).isEqualTo("answer 2");
  }

  @Test
  void aCallThatRunsIsStoppedWithItsWorkerAndOneThatWaitsIsDropped() {
    AtomicBoolean killed = new AtomicBoolean();
    Call<String> running = call(1);
    Call<String> waiting = call(2);
    whenKilled.set(() -> killed.set(true));
    dispatch.admit(worker);
    dispatch.submit(running);
    dispatch.submit(waiting);
    assertThat(waiting.cancel(true)).isTrue();
    assertThat(killed).isFalse();
    assertThat(running.cancel(true)).isTrue();
    assertThat(killed).isTrue();
  }

  @Test
  void whatRunsOrWaitsAtTheEndIsCancelled() {
    Call<String> running = call(1);
    Call<String> waiting = call(2);
    dispatch.admit(worker);
    dispatch.submit(running);
    dispatch.submit(waiting);
    dispatch.dismiss(false);
    assertThat(running).isCancelled();
    assertThat(waiting).isCancelled();
  }

  @Test
  void aWorkerThatComesAfterTheCloseIsEnded() throws IOException {
    AtomicBoolean killed = new AtomicBoolean();
    dispatch.dismiss(false);
    whenKilled.set(() -> killed.set(true));
    WorkerProcess late = WorkerProcess.start(_ -> new NoProcess(), List.of(directory));
    dispatch.add(late);
    assertThat(killed).isTrue();
    assertThat(dispatch.workers()).doesNotContain(late);
  }
}
