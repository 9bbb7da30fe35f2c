/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;

/**
 * Exceptions on their way back from a worker. What travels is text: the class, the message and the
 * stack trace. No object is deserialized.
 */
final class Failures {

  private Failures() {}

  static void write(Throwable failure, DataOutput out) throws IOException {
    writeText(failure.getClass().getName(), out);
    writeText(failure.getMessage(), out);
    StringWriter stack = new StringWriter();
    failure.printStackTrace(new PrintWriter(stack));
    writeText(stack.toString(), out);
    StackTraceElement[] elements = failure.getStackTrace();
    out.writeInt(elements.length);
    for (StackTraceElement element : elements) {
      writeText(element.getClassName(), out);
      writeText(element.getMethodName(), out);
      writeText(element.getFileName(), out);
      out.writeInt(element.getLineNumber());
    }
  }

  /**
   * The exception if it is one of the platform that a message makes whole, with the stack trace of
   * the worker; its cause then is, and for all others the result is, a {@link RemoteTaskException}.
   */
  static Throwable read(DataInput in) throws IOException {
    String type = readText(in);
    String message = readText(in);
    RemoteTaskException told = new RemoteTaskException(type, message, readText(in));
    StackTraceElement[] elements = new StackTraceElement[in.readInt()];
    for (int i = 0; i < elements.length; i++) {
      elements[i] = new StackTraceElement(readText(in), readText(in), readText(in), in.readInt());
    }
    Throwable rebuilt = rebuilt(type, message, told);
    rebuilt.setStackTrace(elements);
    return rebuilt;
  }

  private static Throwable rebuilt(String type, String message, RemoteTaskException told) {
    if (!type.startsWith("java.")) {
      return told;
    }
    try {
      Class<? extends Throwable> found =
          Class.forName(type, false, null).asSubclass(Throwable.class);
      if (!Modifier.isPublic(found.getModifiers())) {
        return told;
      }
      Throwable rebuilt = made(found, message);
      return rebuilt == null ? told : rebuilt.initCause(told);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return told; // a class that a message does not make whole
    }
  }

  /** By its public constructor of a message; {@link AssertionError} has one of an object. */
  private static Throwable made(Class<? extends Throwable> type, String message)
      throws ReflectiveOperationException {
    for (Constructor<?> constructor : type.getConstructors()) {
      Class<?>[] parameters = constructor.getParameterTypes();
      if (message == null && parameters.length == 0) {
        return (Throwable) constructor.newInstance();
      }
      boolean takesMessage =
          parameters.length == 1
              && (parameters[0] == String.class
                  || (type == AssertionError.class && parameters[0] == Object.class));
      if (message != null && takesMessage) {
        Throwable made = (Throwable) constructor.newInstance(message);
        return message.equals(made.getMessage()) ? made : null;
      }
    }
    return null;
  }

  /** Of any length, unlike {@link DataOutput#writeUTF}. */
  private static void writeText(String text, DataOutput out) throws IOException {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(DataInput in) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      return null;
    }
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
