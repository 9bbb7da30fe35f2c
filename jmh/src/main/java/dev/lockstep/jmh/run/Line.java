/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.core.queue.Bounds;
import dev.lockstep.core.queue.Channel;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of three stages in the space of them.
 *
 * @param virtual whether its workers are virtual threads
 */
record Line(Layout layout, Capacity capacity, Latency latency, boolean virtual) {

  /** Workers of each stage. */
  enum Layout {
    ONE_EACH("1/1/1"),
    /** As in Effective Python item 55. */
    MANY("3/4/5");

    private final String param;

    Layout(String param) {
      this.param = param;
    }

    String param() {
      return param;
    }
  }

  /** Microseconds that each stage takes for an item. */
  enum Latency {
    NONE("0/0/0"),
    EACH("1000/1000/1000"),
    /** A stage that all others wait for. */
    MIDDLE("0/1000/0");

    private final String param;

    Latency(String param) {
      this.param = param;
    }

    String param() {
      return param;
    }
  }

  /** How many items each queue holds. */
  record Capacity(int items) {

    boolean isUnbounded() {
      return items == Channel.UNBOUNDED;
    }

    String param() {
      return isUnbounded() ? "UNBOUNDED" : String.valueOf(items);
    }
  }

  /** From the largest on. */
  private static final List<Capacity> CAPACITIES =
      List.of(
          new Capacity(Channel.UNBOUNDED),
          new Capacity(256),
          new Capacity(16),
          new Capacity(1),
          new Capacity(0));

  /** Few enough to be full all the time. */
  private static final Capacity SMALL = new Capacity(16);

  /** All lines that these bounds allow. */
  static List<Line> all(Bounds bounds) {
    List<Line> lines = new ArrayList<>();
    for (Layout layout : Layout.values()) {
      for (Capacity capacity : capacities(bounds)) {
        for (Latency latency : Latency.values()) {
          lines.add(new Line(layout, capacity, latency, false));
          lines.add(new Line(layout, capacity, latency, true));
        }
      }
    }
    return lines;
  }

  private static List<Capacity> capacities(Bounds bounds) {
    return CAPACITIES.stream().filter(capacity -> bounds.allow(capacity.items())).toList();
  }

  boolean isLargest(Bounds bounds) {
    return capacity.equals(capacities(bounds).getFirst());
  }

  boolean isSmall() {
    return capacity.equals(SMALL);
  }

  /** The plainest line with these bounds: one platform thread a stage, and nothing to do. */
  boolean isFirst(Bounds bounds) {
    return layout == Layout.ONE_EACH && latency == Latency.NONE && !virtual && isLargest(bounds);
  }
}
