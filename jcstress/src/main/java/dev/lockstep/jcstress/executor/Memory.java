/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.executor;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Memory for the samples of a test, whose bytes are all 0: cut from larger pieces, which cost more
 * than a sample. Each piece is given back when nobody can use it any more. To the threads of one
 * JVM it is the same whether memory is mapped.
 */
public final class Memory {

  private static final long LINE = 128;
  private static final long PIECE = 1 << 20;

  private static MemorySegment rest = MemorySegment.NULL;

  private Memory() {}

  /** New memory that begins at a pair of cache lines of its own. */
  public static synchronized MemorySegment of(long size) {
    long lines = (size + LINE - 1) / LINE * LINE;
    if (rest.byteSize() < lines) {
      rest = Arena.ofAuto().allocate(PIECE, LINE);
    }
    MemorySegment memory = rest.asSlice(0, size);
    rest = rest.asSlice(lines);
    return memory;
  }
}
