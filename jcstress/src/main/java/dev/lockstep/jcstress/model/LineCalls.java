/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.pipeline.Line;
import dev.lockstep.core.pipeline.Station;
import java.util.List;

/** What threads call that pass items through a line whose only stage fails, or close it. */
public final class LineCalls {

  /** The first item fails. */
  static final List<Station<Integer>> FAILS = List.of(new Station<>("fails", 1, LineCalls::fail));

  /** More than have room. */
  private static final List<Integer> ITEMS = List.of(1, 2, 3);

  @SuppressWarnings("unchecked") // a new line passes what its stations take
  private final Line<Integer> line = ObjectUnderTest.create(Line.class);

  private static Integer fail(Integer item) {
    throw new IllegalArgumentException("as planned");
  }

  /** Returns whether the caller is told that there are no results. */
  public boolean pass() throws InterruptedException {
    try {
      List<Integer> _ = line.pass(ITEMS);
      return false;
    } catch (RuntimeException told) {
      return told.getMessage() != null;
    }
  }

  public void close() {
    line.close();
  }
}
