/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.kernel;

import dev.lockstep.core.executor.Divisible;
import dev.lockstep.core.process.Portable;
import dev.lockstep.core.process.Portables;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs a {@link Task}, if need be under an emulated global lock: the function that a sweep maps
 * over a {@link Workload}. It can be divided, and it can run in another process.
 *
 * @param lock what the computing threads of one process have to share
 */
public record KernelCall(GlobalLock lock)
    implements Divisible<Task<?>, Object>, Portable<Task<?>, Object> {

  /** Without a lock. */
  public static final KernelCall FREE = new KernelCall(GlobalLock.NONE);

  /** Makes the kernels known to worker processes. */
  public static final class Registered implements Portables {

    @Override
    public List<Portable<?, ?>> all() {
      List<Portable<?, ?>> calls = new ArrayList<>();
      for (GlobalLock lock : GlobalLock.values()) {
        calls.add(new KernelCall(lock));
      }
      return calls;
    }
  }

  @Override
  public Object apply(Task<?> task) {
    return lock.run(task);
  }

  @Override
  public List<Task<?>> divide(Task<?> task, int parts) {
    return List.copyOf(task.divide(parts));
  }

  @Override
  public Object join(Task<?> task, List<Object> results) {
    return joined(task, results);
  }

  @SuppressWarnings("unchecked") // the parts of a task have the type of its result
  private static <R> R joined(Task<R> task, List<Object> results) {
    return task.join((List<R>) results);
  }

  @Override
  public String name() {
    return "kernel." + lock;
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if the task is not {@link Task#portable()}
   */
  @Override
  public void writeInput(Task<?> task, DataOutput out) throws IOException {
    switch (task) {
      case Task.Gcd(int a, int b, int high, int low) -> {
        out.writeByte(0);
        out.writeInt(a);
        out.writeInt(b);
        out.writeInt(high);
        out.writeInt(low);
      }
      case Task.Factorize(int number, int from, int to) -> {
        out.writeByte(1);
        out.writeInt(number);
        out.writeInt(from);
        out.writeInt(to);
      }
      case Task.Amdahl _ ->
          throw new IllegalArgumentException(
              task + ": shares a lock with other tasks, and no lock spans two processes");
    }
  }

  @Override
  public Task<?> readInput(DataInput in) throws IOException {
    byte kernel = in.readByte();
    return switch (kernel) {
      case 0 -> new Task.Gcd(in.readInt(), in.readInt(), in.readInt(), in.readInt());
      case 1 -> new Task.Factorize(in.readInt(), in.readInt(), in.readInt());
      default -> throw new IOException("there is no kernel " + kernel);
    };
  }

  /** A number as a list of its own: every kernel returns numbers. */
  @Override
  public void writeResult(Object result, DataOutput out) throws IOException {
    if (result instanceof List<?> divisors) {
      out.writeInt(divisors.size());
      for (Object divisor : divisors) {
        out.writeInt((Integer) divisor);
      }
    } else {
      out.writeInt(-1);
      out.writeInt((Integer) result);
    }
  }

  @Override
  public Object readResult(DataInput in) throws IOException {
    int size = in.readInt();
    if (size < 0) {
      return in.readInt();
    }
    List<Integer> divisors = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      divisors.add(in.readInt());
    }
    return divisors;
  }
}
