/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.counter;

import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.VarHandle;

/** The way to the field {@code int count} of a counter for accesses that Java has no syntax for. */
public final class CountField {

  private CountField() {}

  /** The handle of the field {@code int count} of the class that looks it up. */
  public static VarHandle of(Lookup lookup) {
    try {
      return lookup.findVarHandle(lookup.lookupClass(), "count", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
