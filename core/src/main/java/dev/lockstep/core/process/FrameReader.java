/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import java.io.IOException;
import java.util.Arrays;

/** Puts frames together from the pieces that arrive in a {@link Ring}; never waits. */
final class FrameReader {

  private final Ring ring;
  private byte[] bytes = new byte[Frame.HEADER];
  private int filled;

  FrameReader(Ring ring) {
    this.ring = ring;
  }

  /**
   * Takes what has arrived of one frame.
   *
   * @return whether that was anything, so that there is room for more now
   * @throws IOException if it does not begin as a frame must
   */
  boolean advance() throws IOException {
    boolean progress = false;
    while (filled < bytes.length) {
      int count = ring.read(bytes, filled, bytes.length - filled);
      if (count == 0) {
        break;
      }
      progress = true;
      filled += count;
      if (filled == Frame.HEADER) {
        bytes = Arrays.copyOf(bytes, Frame.HEADER + Frame.claimedLength(bytes));
      }
    }
    return progress;
  }

  /**
   * The frame if it is complete, else null; the next one begins.
   *
   * @throws IOException if it is damaged
   */
  Frame take() throws IOException {
    if (filled < Frame.HEADER || filled < bytes.length) {
      return null;
    }
    Frame frame = new Frame(bytes).checked();
    bytes = new byte[Frame.HEADER];
    filled = 0;
    return frame;
  }
}
