/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.pipeline;

import dev.lockstep.core.pipeline.Line;
import dev.lockstep.core.pipeline.PipelineKind;
import dev.lockstep.core.pipeline.Station;
import dev.lockstep.core.queue.Bounds;
import dev.lockstep.core.queue.Channel;
import java.util.List;

/** Makes the pipelines of these tests. */
final class Lines {

  private Lines() {}

  /** With room for one item between two stages, if the kind takes a capacity. */
  static <T> Line<T> create(PipelineKind kind, List<Station<T>> stations) {
    Bounds bounds = kind.bounds();
    int capacity = bounds.allow(1) ? 1 : bounds.allow(0) ? 0 : Channel.UNBOUNDED;
    return kind.create(capacity, stations);
  }
}
