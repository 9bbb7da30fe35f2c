/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * One side of the memory between a pool and one of its workers: a {@link Ring} each way, and for
 * each side a flag which says that it sleeps and has to be woken.
 *
 * <p>That no wake-up is lost: who goes to sleep sets its flag, then passes a full fence, then looks
 * at the rings once more, and sleeps only if there is nothing to do. Who changes a ring (puts bytes
 * in, or makes room) stores its counter, then passes a full fence, then looks at the other's flag,
 * and rings if it is set. The two fences stand in one order. If the sleeper's is first, the other
 * sees the flag and rings; else the sleeper sees the change and does not sleep. It cannot be that
 * both miss (the argument of Dekker's algorithm). [WorkerSleeps, order.StoreBuffering.FullFence]
 * Ringing means a byte in a socket, which stays there until it is read: it is not lost either when
 * it comes between the last look and the sleep. Who rings takes the flag down by compare-and-set,
 * so that a sleep costs one byte at most; a byte that comes too late wakes somebody for nothing,
 * which does no harm.
 */
final class Link {

  /** Bytes on their way in one direction; a frame may be longer, it goes through in pieces. */
  private static final int CAPACITY = 1 << 17;

  private static final VarHandle FLAG =
      MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());
  private static final int POOL = 0;
  private static final int WORKER = 128;
  private static final int CROWDED = 256;
  private static final long TO_WORKER = 512;

  private final ByteBuffer memory;
  private final int mine;
  private final int other;
  private final Ring out;
  private final Ring in;

  /** How much memory it takes with so many bytes on their way in each direction. */
  static long size(int capacity) {
    return TO_WORKER + 2L * (Ring.HEADER + capacity);
  }

  /** One side of this memory, whose bytes are all 0 when it is new. */
  Link(MemorySegment memory, boolean worker) {
    long ring = (memory.byteSize() - TO_WORKER) / 2;
    this.memory = memory.asByteBuffer();
    this.mine = worker ? WORKER : POOL;
    this.other = worker ? POOL : WORKER;
    Ring toWorker = new Ring(memory.asSlice(TO_WORKER, ring));
    Ring toPool = new Ring(memory.asSlice(TO_WORKER + ring, ring));
    this.out = worker ? toPool : toWorker;
    this.in = worker ? toWorker : toPool;
  }

  /**
   * The pool's side of a new file, which it fills: a file that only claims its size would kill the
   * JVM on first use when memory or disk are full.
   */
  static Link create(Path file, Arena arena) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      ByteBuffer zeros = ByteBuffer.allocate((int) size(CAPACITY));
      while (zeros.hasRemaining()) {
        channel.write(zeros);
      }
      return new Link(channel.map(MapMode.READ_WRITE, 0, channel.size(), arena), false);
    }
  }

  /** The worker's side of it. */
  static Link open(Path file, Arena arena) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return new Link(channel.map(MapMode.READ_WRITE, 0, channel.size(), arena), true);
    }
  }

  Ring out() {
    return out;
  }

  Ring in() {
    return in;
  }

  /** Announces a sleep; the caller looks at the rings again before it sleeps. */
  void announceSleep() {
    FLAG.setVolatile(memory, mine, 1);
    VarHandle.fullFence();
  }

  /** Takes the announcement back. */
  void awake() {
    FLAG.setVolatile(memory, mine, 0);
  }

  /** After a change to a ring: whether the other side sleeps, and it is on the caller to ring. */
  boolean mustRing() {
    VarHandle.fullFence();
    return (int) FLAG.getOpaque(memory, other) == 1 && FLAG.compareAndSet(memory, other, 1, 0);
  }

  /** Tells the other side whether there are more threads at work than CPUs. */
  void crowded(boolean crowded) {
    FLAG.setOpaque(memory, CROWDED, crowded ? 1 : 0);
  }

  boolean crowded() {
    return (int) FLAG.getOpaque(memory, CROWDED) == 1;
  }
}
