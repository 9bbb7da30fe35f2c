/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * One message on a {@link Link}: a mark, the length of what follows the header, a checksum of all
 * that follows the checksum, the id of the call it belongs to and its kind.
 */
final class Frame {

  /** The longest payload: longer ones are refused before they are sent. */
  static final int LONGEST = 1 << 30;

  static final int HEADER = 24;

  /** Asks for results of a function. */
  static final int TASK = 1;

  /** Asks what the worker has used. */
  static final int USAGE = 2;

  /** Asks the worker to end. */
  static final int END = 3;

  /** What was asked for. */
  static final int ANSWER = 4;

  /** Why it could not be given at all. */
  static final int REFUSAL = 5;

  private static final int MARK = 0x4c4f434b;
  private static final int CHECKED_FROM = 12;

  private final byte[] bytes;

  Frame(byte[] bytes) {
    this.bytes = bytes;
  }

  /** All of it, with the header; not a copy. */
  byte[] bytes() {
    return bytes;
  }

  int length() {
    return bytes.length - HEADER;
  }

  long id() {
    return ByteBuffer.wrap(bytes).getLong(12);
  }

  int kind() {
    return ByteBuffer.wrap(bytes).getInt(20);
  }

  DataInputStream payload() {
    return new DataInputStream(new ByteArrayInputStream(bytes, HEADER, length()));
  }

  /** The length that a header claims for its payload. */
  static int claimedLength(byte[] header) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(header);
    int length = buffer.getInt(4);
    if (buffer.getInt(0) != MARK || length < 0 || length > LONGEST) {
      throw new IOException("a frame does not begin as one must");
    }
    return length;
  }

  /** Throws if the checksum is not that of the content. */
  Frame checked() throws IOException {
    if (ByteBuffer.wrap(bytes).getInt(8) != checksum(bytes)) {
      throw new IOException("a frame arrived damaged");
    }
    return this;
  }

  private static int checksum(byte[] bytes) {
    CRC32C checksum = new CRC32C();
    checksum.update(bytes, CHECKED_FROM, bytes.length - CHECKED_FROM);
    return (int) checksum.getValue();
  }

  /** A frame that is being written; what is written to it is the payload. */
  static final class Builder extends ByteArrayOutputStream {

    private final DataOutputStream data = new DataOutputStream(this);

    Builder() {
      super(128);
      count = HEADER;
    }

    DataOutputStream data() {
      return data;
    }

    /** Takes back what was written after this was {@link #size}. */
    void truncate(int size) {
      count = size;
    }

    /**
     * The frame.
     *
     * @throws IOException if the payload is longer than {@link Frame#LONGEST}
     */
    Frame build(long id, int kind) throws IOException {
      byte[] bytes = toByteArray();
      int length = bytes.length - HEADER;
      if (length > LONGEST) {
        throw new IOException(
            "%,d bytes are more than fit into a frame (%,d)".formatted(length, LONGEST));
      }
      ByteBuffer header = ByteBuffer.wrap(bytes);
      header.putInt(0, MARK).putInt(4, length).putLong(12, id).putInt(20, kind);
      header.putInt(8, checksum(bytes));
      return new Frame(bytes);
    }
  }

  /** A frame without content. */
  static Frame bare(long id, int kind) {
    try {
      return new Builder().build(id, kind);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
