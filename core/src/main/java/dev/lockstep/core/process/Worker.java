/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.foreign.Arena;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The program of a worker process: does what arrives on its link, one frame after the other.
 *
 * <p>Its standard input belongs to nobody's task: the pool holds the other end and writes nothing,
 * so that it ends when the pool's process does, however that ends. A task that reads it is told at
 * once that there is no more. What tasks print goes where the pool's process prints.
 *
 * <p>No lambda and no concatenated string lies on the way to the first answer: the JDK makes
 * classes for them when they are first used.
 */
final class Worker {

  /** Exit status of a worker whose pool is gone or has sent what is no frame. */
  private static final int CUT_OFF = 70;

  private Worker() {}

  /** Takes the directory of the link, which is deleted once nothing in it is needed any more. */
  public static void main(String[] args) throws IOException {
    Path directory = Path.of(args[0]);
    InputStream lifeline = new FileInputStream(FileDescriptor.in);
    System.setIn(InputStream.nullInputStream());
    WorkerLink link;
    try {
      link =
          new WorkerLink(
              Link.open(directory.resolve(WorkerProcess.RING), Arena.global()),
              UnixDomainSocketAddress.of(directory.resolve(WorkerProcess.BELL)));
    } finally {
      Files.deleteIfExists(directory.resolve(WorkerProcess.RING));
      Files.deleteIfExists(directory.resolve(WorkerProcess.BELL));
      Files.deleteIfExists(directory);
    }
    Thread.ofPlatform().daemon().name("lifeline").start(new Lifeline(lifeline));
    int status = CUT_OFF;
    try {
      serve(link);
      status = 0;
    } finally {
      System.exit(status);
    }
  }

  private static void serve(WorkerLink link) throws IOException {
    Registry registry = new Registry();
    for (Frame call = link.receive(); call.kind() != Frame.END; call = link.receive()) {
      Frame answer =
          switch (call.kind()) {
            case Frame.TASK -> Wire.answer(call, registry);
            case Frame.USAGE -> usage(call.id());
            default -> throw new IOException("there is no kind of frame " + call.kind());
          };
      boolean _ = Thread.interrupted(); // left by a task, it would close the socket
      link.send(answer);
    }
  }

  private static Frame usage(long id) {
    try {
      Frame.Builder frame = new Frame.Builder();
      Usage.ofThisProcess().write(frame.data());
      return frame.build(id, Frame.ANSWER);
    } catch (IOException | RuntimeException | LinkageError e) {
      return Wire.refusal(id, e);
    }
  }

  /** Ends this process when the pool's has ended, whatever a task is doing. */
  private record Lifeline(InputStream input) implements Runnable {

    @Override
    public void run() {
      try {
        long _ = input.transferTo(OutputStream.nullOutputStream()); // ends when the pool does
      } catch (IOException e) {
        // as good as its end
      }
      Runtime.getRuntime().halt(CUT_OFF);
    }
  }
}
