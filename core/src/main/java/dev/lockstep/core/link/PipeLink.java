/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.link;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Another JVM, whose standard input and output are pipes: numbers go there and come back, four
 * bytes each. It shares no memory, so what it does with a number is its own: {@link #main}. It ends
 * when its input does, so also when this process dies.
 */
final class PipeLink implements Link {

  private static final long GRACE_SECONDS = 10;

  static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private final Process process;
  private final DataOutputStream down;
  private final DataInputStream up;

  /** Starts the process and waits for its first answer. */
  PipeLink() {
    try {
      process =
          new ProcessBuilder(
                  JAVA.toString(),
                  "-XX:+UseSerialGC",
                  "-XX:-UsePerfData",
                  "-cp",
                  System.getProperty("java.class.path"),
                  PipeLink.class.getName())
              .redirectError(Redirect.DISCARD)
              .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    // The streams of a process are buffered already: the four bytes of a number are one write.
    down = new DataOutputStream(process.getOutputStream());
    up = new DataInputStream(process.getInputStream());
    try {
      int answer = roundTrip(0);
      if (answer != 1) {
        throw new IllegalStateException("the other process answered " + answer + " instead of 1");
      }
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** The other process: adds one to every number. */
  public static void main(String[] arguments) throws IOException {
    DataInputStream in = new DataInputStream(System.in);
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(System.out));
    try {
      while (true) {
        out.writeInt(in.readInt() + 1);
        out.flush();
      }
    } catch (EOFException e) {
      // the other side has closed the pipe: the end
    }
  }

  /** {@inheritDoc} This thread cannot be interrupted while it waits. */
  @Override
  public int roundTrip(int value) {
    try {
      down.writeInt(value);
      down.flush();
      return up.readInt();
    } catch (IOException e) {
      throw new IllegalStateException("the other process has ended", e);
    }
  }

  @Override
  public void close() {
    try {
      down.close();
    } catch (IOException e) {
      // the pipe is broken: the process has ended already
    }
    boolean ended = false;
    try {
      ended = process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!ended) {
      process.destroyForcibly();
    }
    try {
      up.close();
    } catch (IOException e) {
      // nothing more is read
    }
  }

  /** The other one. */
  Process process() {
    return process;
  }
}
