/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.fanout;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;

/** A connection for each request under way, kept for the next, all to one {@link Server}. */
final class Sockets implements Latency {

  private final Server server;
  private final Deque<Line> idle = new ConcurrentLinkedDeque<>();

  private Sockets(Server server) {
    this.server = server;
  }

  static Sockets open(Duration latency) throws IOException {
    return new Sockets(Server.start(latency));
  }

  /** A connection of the side that asks. */
  private record Line(SocketChannel channel, ByteBuffer buffer) {

    static Line open(int port) throws IOException {
      SocketChannel channel =
          SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      return new Line(channel, ByteBuffer.allocate(Integer.BYTES));
    }

    int ask(int number) throws IOException {
      buffer.clear().putInt(number).flip();
      while (buffer.hasRemaining()) {
        int _ = channel.write(buffer);
      }
      buffer.clear();
      while (buffer.hasRemaining()) {
        if (channel.read(buffer) < 0) {
          throw new EOFException("the server closed the connection");
        }
      }
      return buffer.flip().getInt();
    }

    void close() {
      try {
        channel.close();
      } catch (IOException e) {
        // closed as far as it can be
      }
    }
  }

  @Override
  public int request(int number) throws IOException, InterruptedException {
    Line line = null;
    boolean sound = false;
    try {
      line = idle.poll();
      if (line == null) {
        line = Line.open(server.port());
      }
      int answer = line.ask(number);
      sound = true;
      return answer;
    } catch (ClosedByInterruptException e) {
      Thread.interrupted();
      throw Pipes.interrupted(e);
    } finally {
      if (sound) {
        idle.push(line);
      } else if (line != null) {
        line.close();
      }
    }
  }

  @Override
  public void close() {
    idle.forEach(Line::close);
    idle.clear();
    server.close();
  }
}
