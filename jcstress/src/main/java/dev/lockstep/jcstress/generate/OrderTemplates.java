/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

import dev.lockstep.core.order.OrderKind;
import dev.lockstep.jcstress.order.BrokenCells;
import java.util.List;

/**
 * The litmus tests of the memory model, asked of every access mode and fence. A kind of a weaker
 * promise is named where it keeps that of the question.
 */
final class OrderTemplates {

  private static final String CREATE = "OrderKind.%s.create()";

  private static final OrderKind[] ALL_BUT_PLAIN = {
    OrderKind.OPAQUE,
    OrderKind.RELEASE_ACQUIRE,
    OrderKind.RELEASE_ACQUIRE_FENCES,
    OrderKind.VOLATILE,
    OrderKind.FULL_FENCE
  };

  private OrderTemplates() {}

  static List<Template> all() {
    return List.of(
        delaysStores("StoreBuffering", "0, 0")
            .nightly(
                kind ->
                    kind != OrderKind.PLAIN
                        && kind != OrderKind.VOLATILE
                        && kind != OrderKind.FULL_FENCE),
        handsOver("MessagePassing"),
        handsOver("LoadBuffering"),
        ofAll("Coherence")
            .racyKindsThatKeepIt(
                OrderKind.OPAQUE, OrderKind.RELEASE_ACQUIRE, OrderKind.RELEASE_ACQUIRE_FENCES)
            .sibling(OrderKind.PLAIN, ALL_BUT_PLAIN)
            .nightly(kind -> kind != OrderKind.PLAIN && kind != OrderKind.OPAQUE)
            .decidedBy("refutable: C2 leaves out a plain load", "refutable"),
        ordersAll("Iriw"),
        handsOver("LitmusS"),
        delaysStores("LitmusR", "0, 2"),
        delaysStores("Peterson", "1"),
        ordersAll("Litmus2Plus2W"),
        handsOver("DoubleChecked"),
        ofAll("Tearing")
            .racyKindsThatKeepIt(
                OrderKind.OPAQUE, OrderKind.RELEASE_ACQUIRE, OrderKind.RELEASE_ACQUIRE_FENCES)
            .sibling(OrderKind.PLAIN, ALL_BUT_PLAIN)
            .control(BrokenCells.TwoHalves.class)
            .decidedBy("HELD: a 64-bit store is one store", "HELD: a 64-bit store is one store"));
  }

  private static Template ofAll(String name) {
    return Template.of(name, OrderKind.values(), CREATE);
  }

  /** Only one order of all accesses forbids it, and every machine shows what lacks it. */
  private static Template delaysStores(String name, String race) {
    return ofAll(name)
        .racyKindsAreRaces(race)
        .sibling(
            "NoFence",
            "OrderKind.OPAQUE.create()",
            "the accesses are opaque, and no fence stands between them")
        .decidedBy(
            "refutable: a core delays its stores",
            "refutable; ReleaseAcquire may be stlr and ldar, which keep this order: then HELD"
                + " (RACE_NOT_SEEN)");
  }

  /** Only one order of all accesses forbids it, and release and acquire come nearest. */
  private static Template ordersAll(String name) {
    return ofAll(name)
        .sibling(OrderKind.RELEASE_ACQUIRE, OrderKind.VOLATILE, OrderKind.FULL_FENCE)
        .exhibits(OrderKind.PLAIN, OrderKind.OPAQUE, OrderKind.RELEASE_ACQUIRE_FENCES);
  }

  /** Release and acquire are enough for it, in each access or by fences. */
  private static Template handsOver(String name) {
    return ofAll(name)
        .racyKindsThatKeepIt(OrderKind.RELEASE_ACQUIRE, OrderKind.RELEASE_ACQUIRE_FENCES)
        .sibling(
            OrderKind.OPAQUE,
            OrderKind.RELEASE_ACQUIRE,
            OrderKind.RELEASE_ACQUIRE_FENCES,
            OrderKind.VOLATILE,
            OrderKind.FULL_FENCE)
        .exhibits(OrderKind.PLAIN);
  }
}
