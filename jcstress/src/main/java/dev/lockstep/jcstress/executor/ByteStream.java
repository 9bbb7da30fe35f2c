/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.executor;

/** Bytes from one thread to another, behind a face that mutants have, too. */
public interface ByteStream {

  /** Writes as many of the bytes as there is room for; returns how many. */
  int write(byte... bytes);

  /** Reads what is there, as many bytes as the array holds at most; returns how many. */
  int read(byte[] into);
}
