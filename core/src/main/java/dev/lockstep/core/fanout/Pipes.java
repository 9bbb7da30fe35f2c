/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.fanout;

import dev.lockstep.core.sync.ThreadEnd;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channel;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.Pipe;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A pipe for each request under way, kept for the next, and one thread that writes the answers when
 * they are due: first come, first served, as all wait equally long.
 */
final class Pipes implements Latency {

  /** A request of which somebody waits for the answer; without a line, the end. */
  private record Due(long at, Line line, int number) {}

  private static final Due END = new Due(0, null, 0);

  private final long nanos;
  private final Deque<Line> idle = new ConcurrentLinkedDeque<>();
  private final LinkedBlockingQueue<Due> answers = new LinkedBlockingQueue<>();
  private final Thread answering;

  Pipes(Duration latency) {
    nanos = latency.toNanos();
    answering = Thread.ofPlatform().daemon().name("pipes").start(this::answer);
  }

  /** A pipe, and a number on its way. */
  private record Line(Pipe pipe, ByteBuffer in, ByteBuffer out) {

    static Line open() throws IOException {
      return new Line(
          Pipe.open(), ByteBuffer.allocate(Integer.BYTES), ByteBuffer.allocate(Integer.BYTES));
    }

    void write(int number) throws IOException {
      out.clear().putInt(number).flip();
      while (out.hasRemaining()) {
        int _ = pipe.sink().write(out);
      }
    }

    int read() throws IOException {
      in.clear();
      while (in.hasRemaining()) {
        if (pipe.source().read(in) < 0) {
          throw new EOFException("the pipe was closed");
        }
      }
      return in.flip().getInt();
    }

    void close() {
      for (Channel end : List.of(pipe.sink(), pipe.source())) {
        try {
          end.close();
        } catch (IOException e) {
          // closed as far as it can be
        }
      }
    }
  }

  @Override
  public int request(int number) throws IOException, InterruptedException {
    Line kept = idle.poll();
    Line line = kept == null ? Line.open() : kept;
    boolean sound = false;
    try {
      answers.add(new Due(System.nanoTime() + nanos, line, number));
      int answer = line.read();
      sound = true;
      return answer;
    } catch (ClosedByInterruptException e) {
      Thread.interrupted();
      throw interrupted(e);
    } finally {
      if (sound) {
        idle.push(line);
      } else {
        line.close();
      }
    }
  }

  static InterruptedException interrupted(Exception cause) {
    InterruptedException interrupted = new InterruptedException();
    interrupted.initCause(cause);
    return interrupted;
  }

  private void answer() {
    try {
      for (Due due = answers.take(); due.line != null; due = answers.take()) {
        TimeUnit.NANOSECONDS.sleep(due.at - System.nanoTime());
        try {
          due.line.write(due.number);
        } catch (IOException e) {
          // whoever asked was interrupted, and has closed the pipe
        }
      }
    } catch (InterruptedException e) {
      // nobody asks this thread to end but by the end
    }
  }

  @Override
  public void close() {
    answers.add(END);
    idle.forEach(Line::close);
    idle.clear();
    List<Thread> running = ThreadEnd.await(List.of(answering), Latency.GRACE.plusNanos(nanos));
    if (!running.isEmpty()) {
      throw new IllegalStateException("the answering thread does not end: " + answering);
    }
  }
}
