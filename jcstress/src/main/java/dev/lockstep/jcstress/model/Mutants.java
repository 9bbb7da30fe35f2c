/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import java.lang.reflect.Constructor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;

/** Makes the mutants that questions are put to. */
final class Mutants {

  /** Makes threads that every checker can hold up. */
  static final ThreadFactory THREADS = Thread.ofPlatform().daemon().name("task ", 1).factory();

  private Mutants() {}

  /**
   * Each of these with what makes one. Those that start threads start platform threads, if they can
   * be told.
   *
   * @param size given to those that take a number: places, or workers
   */
  static Map<Class<?>, Supplier<?>> of(int size, List<Class<?>> mutants) {
    Map<Class<?>, Supplier<?>> made = new LinkedHashMap<>();
    for (Class<?> mutant : mutants) {
      made.put(mutant, maker(mutant, size));
    }
    return made;
  }

  private static Supplier<?> maker(Class<?> mutant, int size) {
    Constructor<?> plain = null;
    for (Constructor<?> constructor : mutant.getDeclaredConstructors()) {
      List<Class<?>> takes = List.of(constructor.getParameterTypes());
      if (takes.equals(List.of(int.class))) {
        return () -> make(constructor, size);
      }
      if (takes.equals(List.of(ThreadFactory.class))) {
        return () -> make(constructor, THREADS);
      }
      plain = takes.isEmpty() ? constructor : plain;
    }
    if (plain == null) {
      throw new IllegalArgumentException(mutant.getName() + " cannot be made");
    }
    Constructor<?> constructor = plain;
    return () -> make(constructor);
  }

  private static Object make(Constructor<?> constructor, Object... arguments) {
    // A copy is made as what it is a copy of, and some are made in their package only.
    constructor.setAccessible(true);
    try {
      return constructor.newInstance(arguments);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(constructor + " makes nothing", e);
    }
  }
}
