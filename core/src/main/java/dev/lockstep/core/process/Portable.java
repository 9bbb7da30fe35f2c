/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.function.Function;

/**
 * A function that another process can run: both sides know it by name, and only inputs and results
 * travel, in the form that the function itself gives them. A lambda cannot: its code is in one
 * process only.
 *
 * <p>Python pickles the name of a module-level function and the arguments, and refuses a lambda,
 * too.
 *
 * @param <T> what goes there
 * @param <R> what comes back
 */
public interface Portable<T, R> extends Function<T, R> {

  /** The name under which {@link Portables} lists it in every process. */
  String name();

  /** Writes an input for {@link #readInput}. */
  void writeInput(T input, DataOutput out) throws IOException;

  /** Reads what {@link #writeInput} wrote. */
  T readInput(DataInput in) throws IOException;

  /** Writes a result for {@link #readResult}. */
  void writeResult(R result, DataOutput out) throws IOException;

  /** Reads what {@link #writeResult} wrote. */
  R readResult(DataInput in) throws IOException;
}
