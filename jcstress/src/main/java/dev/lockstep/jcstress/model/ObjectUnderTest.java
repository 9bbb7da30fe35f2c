/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import java.util.function.Supplier;

/**
 * Makes the object that the running check is about. Lincheck creates the class of a scenario anew
 * for every interleaving and can pass it nothing, so that class asks here. A JVM runs one check at
 * a time.
 */
final class ObjectUnderTest {

  private static volatile Supplier<?> factory;

  private ObjectUnderTest() {}

  /** Sets what makes the objects from now on. */
  static void createBy(Supplier<?> next) {
    factory = next;
  }

  /** Returns a new object of the construct or mutant under test. */
  static <T> T create(Class<T> type) {
    return type.cast(factory.get());
  }
}
