/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.publication;

import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.VarHandle;

/** The way to the field {@code Result result} for accesses that Java has no syntax for. */
final class ResultField {

  private ResultField() {}

  /** The handle of the field {@code Result result} of the class that looks it up. */
  static VarHandle of(Lookup lookup) {
    try {
      return lookup.findVarHandle(lookup.lookupClass(), "result", Result.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
