/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.queue;

/** Which capacities a kind of queue can have. */
public enum Bounds {
  /** Any, from 1 to {@link Channel#UNBOUNDED}. */
  ANY,
  /** Any but {@link Channel#UNBOUNDED}. */
  BOUNDED,
  /** Only {@link Channel#UNBOUNDED}. */
  UNBOUNDED,
  /** Only zero: a producer waits for its consumer. */
  NONE;

  /** Whether such a queue can have this capacity. */
  public boolean allow(int capacity) {
    return switch (this) {
      case ANY -> capacity >= 1;
      case BOUNDED -> capacity >= 1 && capacity < Channel.UNBOUNDED;
      case UNBOUNDED -> capacity == Channel.UNBOUNDED;
      case NONE -> capacity == 0;
    };
  }

  /** This capacity if such a queue can have a bound, otherwise the only one that it can have. */
  public int nearest(int capacity) {
    return switch (this) {
      case ANY, BOUNDED -> capacity;
      case UNBOUNDED -> Channel.UNBOUNDED;
      case NONE -> 0;
    };
  }
}
