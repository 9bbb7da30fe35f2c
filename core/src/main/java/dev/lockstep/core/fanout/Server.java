/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.fanout;

import dev.lockstep.core.sync.ThreadEnd;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Sends every number back after the latency, on the loopback interface, to any number of
 * connections, with one thread. A selector waits in whole milliseconds, so an answer may be one
 * late.
 */
final class Server {

  /** Connections that all come at once wait here; the system may allow fewer. */
  private static final int BACKLOG = 4096;

  /** An answer that is due. */
  private record Due(long at, SocketChannel to, int number) {}

  private final long nanos;
  private final Selector selector;
  private final ServerSocketChannel door;
  private final Thread thread;

  /** In the order in which they are due, since all wait equally long. */
  private final Deque<Due> answers = new ArrayDeque<>();

  private volatile boolean closed;

  private Server(Duration latency, Selector selector, ServerSocketChannel door) {
    this.nanos = latency.toNanos();
    this.selector = selector;
    this.door = door;
    this.thread = Thread.ofPlatform().daemon().name("server").unstarted(this::serve);
  }

  static Server start(Duration latency) throws IOException {
    Selector selector = Selector.open();
    ServerSocketChannel door = ServerSocketChannel.open();
    door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    door.configureBlocking(false);
    door.register(selector, SelectionKey.OP_ACCEPT);
    Server server = new Server(latency, selector, door);
    server.thread.start();
    return server;
  }

  int port() {
    return door.socket().getLocalPort();
  }

  private void serve() {
    try (selector;
        door) {
      while (!closed) {
        int _ = selector.select(this::ready, untilDue());
        answer();
      }
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
    } catch (IOException e) {
      // whoever waits for an answer reads the end of its connection instead
    }
  }

  /** Milliseconds, rounded up; 0 waits until something comes. */
  private long untilDue() {
    Due next = answers.peek();
    if (next == null) {
      return 0;
    }
    long left = next.at - System.nanoTime();
    return left <= 0 ? 1 : Math.ceilDiv(left, TimeUnit.MILLISECONDS.toNanos(1));
  }

  private void ready(SelectionKey key) {
    try {
      if (key.isAcceptable()) {
        accept();
      } else {
        read(key);
      }
    } catch (IOException e) {
      key.cancel();
    }
  }

  private void accept() throws IOException {
    for (SocketChannel client = door.accept(); client != null; client = door.accept()) {
      client.configureBlocking(false);
      client.setOption(StandardSocketOptions.TCP_NODELAY, true);
      client.register(selector, SelectionKey.OP_READ, ByteBuffer.allocate(Integer.BYTES));
    }
  }

  private void read(SelectionKey key) throws IOException {
    SocketChannel client = (SocketChannel) key.channel();
    ByteBuffer buffer = (ByteBuffer) key.attachment();
    if (client.read(buffer) < 0) {
      client.close();
    } else if (!buffer.hasRemaining()) {
      answers.add(new Due(System.nanoTime() + nanos, client, buffer.flip().getInt()));
      buffer.clear();
    }
  }

  /** Writes all that is due; four bytes always find room on a connection that waits for them. */
  private void answer() {
    ByteBuffer buffer = ByteBuffer.allocate(Integer.BYTES);
    while (!answers.isEmpty() && answers.peek().at - System.nanoTime() <= 0) {
      Due due = answers.remove();
      buffer.clear().putInt(due.number).flip();
      try {
        int _ = due.to.write(buffer);
      } catch (IOException e) {
        // whoever asked has gone
      }
    }
  }

  /** Waits for the thread, which closes everything. */
  void close() {
    closed = true;
    selector.wakeup();
    List<Thread> running = ThreadEnd.await(List.of(thread), Latency.GRACE);
    if (!running.isEmpty()) {
      throw new IllegalStateException("the server does not end: " + thread);
    }
  }
}
