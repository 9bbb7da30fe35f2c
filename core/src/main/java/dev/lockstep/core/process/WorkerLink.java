/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/** The worker's end of its {@link Link}, for one thread, which waits until it is served. */
final class WorkerLink {

  private final Link link;
  private final SocketChannel bell;
  private final FrameReader reader;
  private final FrameWriter writer;
  private final ByteBuffer rings = ByteBuffer.allocateDirect(64);
  private final ByteBuffer ring = ByteBuffer.allocateDirect(1);
  private long budget = Spin.FIRST;

  /** Connecting is the sign that this worker can be given work. */
  WorkerLink(Link link, UnixDomainSocketAddress address) throws IOException {
    this.link = link;
    this.reader = new FrameReader(link.in());
    this.writer = new FrameWriter(link.out());
    this.bell = SocketChannel.open(address);
  }

  /** Waits for the next frame; an IOException if the pool is gone. */
  Frame receive() throws IOException {
    Frame frame = next();
    if (frame != null) {
      return frame;
    }
    Spin spin = new Spin(budget, link.crowded());
    while (frame == null) {
      if (!spin.again()) {
        link.announceSleep();
        frame = next();
        if (frame == null) {
          sleep();
        }
        link.awake();
      }
      if (frame == null) {
        frame = next();
      }
    }
    budget = spin.learnt();
    return frame;
  }

  private Frame next() throws IOException {
    if (reader.advance()) {
      ringIfAsleep();
    }
    return reader.take();
  }

  /** Sends a frame and waits until all of it is on its way. */
  void send(Frame frame) throws IOException {
    writer.begin(frame);
    advance();
    if (writer.done()) {
      return;
    }
    Spin spin = new Spin(budget, link.crowded());
    while (!writer.done()) {
      if (!advance() && !spin.again()) {
        link.announceSleep();
        if (!advance()) {
          sleep();
        }
        link.awake();
      }
    }
    budget = spin.learnt();
  }

  private boolean advance() throws IOException {
    boolean progress = writer.advance();
    if (progress) {
      ringIfAsleep();
    }
    return progress;
  }

  private void ringIfAsleep() throws IOException {
    if (link.mustRing()) {
      ring.clear();
      bell.write(ring);
    }
  }

  private void sleep() throws IOException {
    rings.clear();
    if (bell.read(rings) < 0) {
      throw new IOException("the pool has hung up");
    }
  }
}
