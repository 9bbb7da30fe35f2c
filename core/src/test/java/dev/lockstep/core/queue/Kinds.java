/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.queue;

import dev.lockstep.core.Construct.Guarantee;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/** Which kinds a test is for. */
final class Kinds {

  /** As long as there is. */
  static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);

  private Kinds() {}

  static Stream<QueueKind> exact() {
    return Arrays.stream(QueueKind.values()).filter(kind -> kind.guarantee() == Guarantee.EXACT);
  }

  /** Those that hold items: all but the one that only hands over. */
  static Stream<QueueKind> holding() {
    return exact().filter(kind -> kind.bounds() != Bounds.NONE);
  }

  static Stream<QueueKind> bounded() {
    return exact().filter(kind -> kind.bounds().allow(1));
  }

  static Stream<QueueKind> unbounded() {
    return exact().filter(kind -> kind.bounds().allow(Channel.UNBOUNDED));
  }

  /** Of this capacity if the kind can have it, otherwise of the only one that it can have. */
  static <T> Channel<T> of(QueueKind kind, int capacity) {
    return kind.create(kind.bounds().nearest(capacity));
  }
}
