/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import java.util.function.Supplier;

/**
 * What is under test just now. The checker makes a scenario's object anew for every interleaving
 * and can hand it nothing, so a scenario asks here. One check at a time in a JVM.
 */
final class Subject {

  private static volatile Supplier<?> factory;

  private Subject() {}

  static void become(Supplier<?> next) {
    factory = next;
  }

  /** A new object of the construct or mutant under test. */
  static <T> T make(Class<T> type) {
    return type.cast(factory.get());
  }
}
