/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.map;

import static dev.lockstep.core.Construct.Guarantee.EXACT;
import static dev.lockstep.core.Construct.Guarantee.RACY;

import dev.lockstep.core.Construct;
import java.util.function.Supplier;

/** The family of counts in a map: to add one, write its class and name it here. */
public enum MapKind implements Construct {
  CONTAINS_PUT("ConcurrentHashMap: containsKey, put", RACY, ContainsPut::new),
  GET_PUT("ConcurrentHashMap: get, put", RACY, GetPut::new),
  PUT_IF_ABSENT("ConcurrentHashMap.putIfAbsent", EXACT, PutIfAbsent::new),
  COMPUTE_IF_ABSENT("ConcurrentHashMap.computeIfAbsent", EXACT, ComputeIfAbsent::new),
  MERGE("ConcurrentHashMap.merge", EXACT, Merge::new);

  private final String label;
  private final Guarantee guarantee;

  @SuppressWarnings("ImmutableEnumChecker") // a constructor reference: it has no state
  private final Supplier<WordCount> factory;

  MapKind(String label, Guarantee guarantee, Supplier<WordCount> factory) {
    this.label = label;
    this.guarantee = guarantee;
    this.factory = factory;
  }

  /** A new count of this kind, of no words. */
  public WordCount create() {
    return factory.get();
  }

  @Override
  public String family() {
    return "map";
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public Guarantee guarantee() {
    return guarantee;
  }
}
