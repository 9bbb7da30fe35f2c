/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import dev.lockstep.jcstress.executor.ByteStream;
import dev.lockstep.jcstress.executor.Memory;

/** Both ends of a ring with eight places, which is full and comes to its edge soon. */
public record MappedBytes(Ring in, Ring out) implements ByteStream {

  private static final int PLACES = 8;

  public MappedBytes() {
    this(Memory.of(Ring.HEADER + PLACES));
  }

  private MappedBytes(java.lang.foreign.MemorySegment memory) {
    this(new Ring(memory), new Ring(memory));
  }

  @Override
  public int write(byte... bytes) {
    return in.write(bytes, 0, bytes.length);
  }

  @Override
  public int read(byte[] into) {
    return out.read(into, 0, into.length);
  }
}
