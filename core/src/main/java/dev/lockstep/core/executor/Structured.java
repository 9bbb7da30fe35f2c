/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.executor;

import java.lang.reflect.Constructor;
import java.util.Optional;

/**
 * The way to {@code StructuredMapper}, which uses an interface of the platform that is a preview in
 * JDK 25. Its class is compiled apart and loads only where previews are enabled; so that nothing
 * else needs that, it is known here by name only.
 */
final class Structured {

  private static final int RELEASE = 25;

  private Structured() {}

  static Optional<String> unavailable() {
    try {
      Class<?> _ = mapper();
      return Optional.empty();
    } catch (UnsupportedClassVersionError e) {
      int running = Runtime.version().feature();
      return Optional.of(
          running == RELEASE
              ? "STRUCTURED needs a JVM started with --enable-preview"
              : "STRUCTURED needs JDK %d, as its preview interface changes with every release;"
                      .formatted(RELEASE)
                  + " this is JDK "
                  + running);
    }
  }

  /** A new one; {@code workers} has been held against the carriers. */
  static Mapper create(int workers) {
    unavailable()
        .ifPresent(
            why -> {
              throw new IllegalStateException(why);
            });
    try {
      Constructor<?> constructor = mapper().getDeclaredConstructor(int.class);
      return (Mapper) constructor.newInstance(workers);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> mapper() {
    try {
      return Class.forName("dev.lockstep.core.executor.StructuredMapper");
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("this build lacks its preview part", e);
    }
  }
}
