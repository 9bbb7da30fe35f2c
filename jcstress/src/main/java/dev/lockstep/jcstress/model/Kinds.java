/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.Construct;
import dev.lockstep.core.Construct.Guarantee;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The kinds of a family that a question is put to, each with what makes one. */
final class Kinds {

  private Kinds() {}

  static <K extends Construct> Map<Construct, Supplier<?>> of(K[] kinds, Function<K, ?> create) {
    return of(kinds, _ -> true, create);
  }

  static <K extends Construct> Map<Construct, Supplier<?>> of(
      K[] kinds, Predicate<? super K> which, Function<K, ?> create) {
    Map<Construct, Supplier<?>> made = new LinkedHashMap<>();
    for (K kind : kinds) {
      if (which.test(kind)) {
        made.put(kind, () -> create.apply(kind));
      }
    }
    return made;
  }

  /** Keeps its family's promise. */
  static boolean exact(Construct kind) {
    return kind.guarantee() == Guarantee.EXACT;
  }
}
