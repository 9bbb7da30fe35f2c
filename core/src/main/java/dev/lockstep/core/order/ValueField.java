/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.order;

import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.VarHandle;

/** The way to the field {@code long value} for accesses that Java has no syntax for. */
final class ValueField {

  private ValueField() {}

  /** The handle of the field {@code long value} of the class that looks it up. */
  static VarHandle of(Lookup lookup) {
    try {
      return lookup.findVarHandle(lookup.lookupClass(), "value", long.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
