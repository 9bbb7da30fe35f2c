/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How inputs and results lie in the payload of a {@link Frame}. Null needs no function's help. */
final class Wire {

  private static final int NULL = 0;
  private static final int VALUE = 1;
  private static final int FAILURE = 2;

  private Wire() {}

  /** A call of a function for each of some inputs. */
  static <T> Frame task(long id, Portable<T, ?> task, List<T> inputs) throws IOException {
    Frame.Builder frame = new Frame.Builder();
    DataOutputStream out = frame.data();
    out.writeUTF(task.name());
    out.writeInt(inputs.size());
    for (T input : inputs) {
      if (input == null) {
        out.writeByte(NULL);
      } else {
        out.writeByte(VALUE);
        task.writeInput(input, out);
      }
    }
    return frame.build(id, Frame.TASK);
  }

  /** Does what a task frame asks for. */
  static Frame answer(Frame call, Registry registry) {
    try (DataInputStream in = call.payload()) {
      return answered(call.id(), registry.find(in.readUTF()), in);
    } catch (Throwable failure) {
      return refusal(call.id(), failure);
    }
  }

  private static <T, R> Frame answered(long id, Portable<T, R> task, DataInputStream in)
      throws IOException {
    Frame.Builder frame = new Frame.Builder();
    int count = in.readInt();
    frame.data().writeInt(count);
    for (int i = 0; i < count; i++) {
      T input = in.readByte() == NULL ? null : task.readInput(in);
      int start = frame.size();
      try {
        R result = task.apply(input);
        if (result == null) {
          frame.data().writeByte(NULL);
        } else {
          frame.data().writeByte(VALUE);
          task.writeResult(result, frame.data());
        }
      } catch (Throwable failure) {
        frame.truncate(start);
        frame.data().writeByte(FAILURE);
        Failures.write(failure, frame.data());
      }
    }
    return frame.build(id, Frame.ANSWER);
  }

  /** Says that nothing came of a call. */
  static Frame refusal(long id, Throwable failure) {
    try {
      Frame.Builder frame = new Frame.Builder();
      Failures.write(failure, frame.data());
      return frame.build(id, Frame.REFUSAL);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What came of each input, in order; throws what a refusal tells. */
  static <R> List<Reply<R>> replies(Frame answer, Portable<?, R> task) throws Throwable {
    try (DataInputStream in = unlessRefused(answer)) {
      int count = in.readInt();
      List<Reply<R>> replies = new ArrayList<>(count);
      for (int i = 0; i < count; i++) {
        replies.add(
            switch (in.readByte()) {
              case NULL -> new Reply<>(null, null);
              case VALUE -> new Reply<>(task.readResult(in), null);
              default -> new Reply<>(null, Failures.read(in));
            });
      }
      return replies;
    }
  }

  /** What a worker has used; throws what a refusal tells. */
  static Usage usage(Frame answer) throws Throwable {
    try (DataInputStream in = unlessRefused(answer)) {
      return Usage.read(in);
    }
  }

  private static DataInputStream unlessRefused(Frame answer) throws Throwable {
    DataInputStream in = answer.payload();
    if (answer.kind() == Frame.REFUSAL) {
      throw Failures.read(in);
    }
    return in;
  }
}
