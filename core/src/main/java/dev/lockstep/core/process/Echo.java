/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** Returns its input: the smallest task there is. Every worker knows it. */
public enum Echo implements Portable<Integer, Integer> {
  /** The only one. */
  ECHO;

  @Override
  public Integer apply(Integer input) {
    return input;
  }

  @Override
  public void writeInput(Integer input, DataOutput out) throws IOException {
    out.writeInt(input);
  }

  @Override
  public Integer readInput(DataInput in) throws IOException {
    return in.readInt();
  }

  @Override
  public void writeResult(Integer result, DataOutput out) throws IOException {
    out.writeInt(result);
  }

  @Override
  public Integer readResult(DataInput in) throws IOException {
    return in.readInt();
  }
}
