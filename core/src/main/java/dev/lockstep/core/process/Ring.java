/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A stream of bytes from one process to another through memory that both have mapped: one thread at
 * a time writes, one at a time reads, and neither waits for the other.
 *
 * <p>Two counters that only grow say how much was ever written and ever read; each has one writer.
 * The writer stores its counter with release after the bytes, the reader loads it with acquire
 * before them: so the bytes are there when the counter says so. The counter of the reader does the
 * same for the room it has freed. [RingCarries, RingPublishes, order.MessagePassing.ReleaseAcquire]
 * The memory model of the language ends at the process; that these access modes also order memory
 * shared with another JVM is what the instructions do to which the JDK compiles them, since the
 * mapped pages are the same memory.
 *
 * <p>Each side remembers the other's counter and reads it again only when it seems to be stuck: in
 * the common case a transfer moves one cache line less. Both counters have a pair of cache lines
 * for themselves.
 */
final class Ring {

  /** What the counters take in front of the bytes. */
  static final int HEADER = 256;

  /** Of a buffer, not of a segment: for that the JDK would make classes when a worker starts. */
  private static final VarHandle COUNTER =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private static final int READ = 128;

  private final ByteBuffer memory;
  private final int capacity;
  private long written;
  private long read;

  /**
   * A ring in this memory, whose bytes are all 0 when it is new.
   *
   * @throws IllegalArgumentException if what is left behind the header is no power of two
   */
  Ring(MemorySegment memory) {
    this.memory = memory.asByteBuffer();
    this.capacity = Math.toIntExact(memory.byteSize() - HEADER);
    if (Integer.bitCount(capacity) != 1) {
      throw new IllegalArgumentException("the capacity is no power of two: " + capacity);
    }
  }

  /** Writes as many of the bytes as there is room for, which may be none; returns how many. */
  int write(byte[] from, int offset, int length) {
    if (room() < length) {
      read = (long) COUNTER.getAcquire(memory, READ);
    }
    int count = Math.min(length, room());
    if (count == 0) {
      return 0;
    }
    int start = (int) (written & (capacity - 1));
    int first = Math.min(count, capacity - start);
    memory.put(HEADER + start, from, offset, first);
    memory.put(HEADER, from, offset + first, count - first);
    written += count;
    COUNTER.setRelease(memory, 0, written);
    return count;
  }

  private int room() {
    return (int) (capacity - (written - read));
  }

  /** Reads as many bytes as are there, at most {@code length}; returns how many. */
  int read(byte[] to, int offset, int length) {
    if (written - read < length) {
      written = (long) COUNTER.getAcquire(memory, 0);
    }
    int count = (int) Math.min(length, written - read);
    if (count <= 0) {
      return 0;
    }
    int start = (int) (read & (capacity - 1));
    int first = Math.min(count, capacity - start);
    memory.get(HEADER + start, to, offset, first);
    memory.get(HEADER, to, offset + first, count - first);
    read += count;
    COUNTER.setRelease(memory, READ, read);
    return count;
  }
}
