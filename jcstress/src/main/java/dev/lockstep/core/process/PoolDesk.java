/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import dev.lockstep.jcstress.executor.CallDesk;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;

/** A dispatcher with a worker that is a thread of the test. */
public final class PoolDesk implements CallDesk {

  private static final int CALLS = 2;

  private static final List<Path> PLACES =
      List.of(Path.of("/dev/shm"), Path.of(System.getProperty("java.io.tmpdir")));

  private final List<Call<Integer>> calls = new ArrayList<>();
  private Dispatch dispatch;
  private WorkerProcess worker;
  private Link side;
  private volatile int endedWith;

  /** Runs nothing. It is ended under the lock of the dispatcher. */
  private final class NoProcess extends Process {

    @Override
    public Process destroyForcibly() {
      Call<?> call = worker.call();
      endedWith = call == null ? 0 : (int) call.frame().id();
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

  @Override
  public void open() throws IOException {
    dispatch = new Dispatch(new NoStaff(), 0);
    worker = WorkerProcess.start(_ -> new NoProcess(), PLACES);
    side = Link.open(worker.directory().resolve(WorkerProcess.RING), Arena.ofAuto());
    dispatch.add(worker);
    worker.hangUp(); // nobody connects, and a play that breaks off leaves no files behind
    dispatch.admit(worker);
    for (int i = 1; i <= CALLS; i++) {
      int id = i;
      calls.add(new Call<>(Frame.bare(id, Frame.TASK), _ -> id, dispatch));
    }
  }

  private Call<Integer> call(int id) {
    return calls.get(id - 1);
  }

  @Override
  public boolean submit(int id) {
    try {
      dispatch.submit(call(id));
      return true;
    } catch (RejectedExecutionException closed) {
      return false;
    }
  }

  @Override
  public int get(int id) throws InterruptedException {
    try {
      return call(id).get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a worker fails at nothing here", e);
    }
  }

  @Override
  public void cancel(int id) {
    boolean _ = call(id).cancel(true);
  }

  @Override
  public boolean isDone(int id) {
    return call(id).isDone();
  }

  @Override
  public boolean answer(int id) {
    FrameWriter writer = new FrameWriter(side.out());
    writer.begin(Frame.bare(id, Frame.ANSWER));
    boolean _ = writer.advance();
    return side.mustRing();
  }

  @Override
  public void wake() throws IOException {
    boolean _ = dispatch.wake();
  }

  @Override
  public void dismiss() {
    dispatch.dismiss(false);
  }

  @Override
  public int endedWith() {
    return endedWith;
  }

  @Override
  public void close() {
    dispatch.stop();
    dispatch.run(); // closes what it waits with
  }
}
