/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

/** Sends a frame through a {@link Ring}, piece by piece where it is longer; never waits. */
final class FrameWriter {

  private final Ring ring;
  private byte[] bytes = {};
  private int sent;

  FrameWriter(Ring ring) {
    this.ring = ring;
  }

  /** The next frame; the one before must be done. */
  void begin(Frame frame) {
    if (!done()) {
      throw new IllegalStateException("the last frame is not sent yet");
    }
    bytes = frame.bytes();
    sent = 0;
  }

  /** Sends what there is room for; whether that was anything. */
  boolean advance() {
    if (done()) {
      return false;
    }
    int count = ring.write(bytes, sent, bytes.length - sent);
    sent += count;
    if (done()) {
      bytes = new byte[0];
      sent = 0;
    }
    return count > 0;
  }

  boolean done() {
    return sent == bytes.length;
  }
}
