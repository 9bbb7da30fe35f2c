/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pipeline;

import dev.lockstep.core.Construct;
import dev.lockstep.core.queue.Bounds;
import dev.lockstep.core.queue.QueueKind;
import java.util.List;

/** The family of pipelines: to add one, name it here, with a {@link Line} of its own. */
public enum PipelineKind implements Construct {

  /** {@link Pipeline}, with what is shipped for it. */
  QUEUES("pipeline of queues", Bounds.ANY) {
    @Override
    <T> Line<T> make(int capacity, List<Station<T>> stations) {
      return new QueueLine<>(QueueKind.CLOSABLE, capacity, stations, null);
    }
  },

  /** The same by hand over {@link java.util.concurrent.LinkedBlockingQueue}. */
  DIRECT("threads on queues, by hand", Bounds.ANY) {
    @Override
    <T> Line<T> make(int capacity, List<Station<T>> stations) {
      return new DirectLine<>(capacity, stations);
    }
  },

  FLOW("Flow processors", Bounds.ANY) {
    @Override
    <T> Line<T> make(int capacity, List<Station<T>> stations) {
      return new FlowLine<>(capacity, stations);
    }
  },

  MAP_CONCURRENT("mapConcurrent per stage", Bounds.NONE) {
    @Override
    <T> Line<T> make(int capacity, List<Station<T>> stations) {
      return new MapConcurrentLine<>(stations);
    }
  },

  VIRTUAL_PER_ITEM("virtual thread per item", Bounds.UNBOUNDED) {
    @Override
    <T> Line<T> make(int capacity, List<Station<T>> stations) {
      return new VirtualLine<>(stations);
    }
  },

  /** The capacity is that of the one ring, rounded up to a power of two. */
  DISRUPTOR("Disruptor, chained handlers", Bounds.BOUNDED) {
    @Override
    <T> Line<T> make(int capacity, List<Station<T>> stations) {
      return new DisruptorLine<>(capacity, stations);
    }
  },

  SERIAL("loop of the caller, all stages", Bounds.NONE) {
    @Override
    <T> Line<T> make(int capacity, List<Station<T>> stations) {
      return new SerialLine<>(stations);
    }
  };

  private final String label;
  private final Bounds bounds;

  PipelineKind(String label, Bounds bounds) {
    this.label = label;
    this.bounds = bounds;
  }

  abstract <T> Line<T> make(int capacity, List<Station<T>> stations);

  /**
   * A new line of this kind, its threads started.
   *
   * @param capacity how many items may wait between two stages, in the whole line for {@link
   *     #DISRUPTOR}
   * @throws IllegalArgumentException if {@link #bounds} do not allow this capacity, or there is no
   *     stage
   */
  public <T> Line<T> create(int capacity, List<Station<T>> stations) {
    if (!bounds.allow(capacity)) {
      throw new IllegalArgumentException(
          "%s cannot have the capacity %d: %s".formatted(this, capacity, bounds));
    }
    if (stations.isEmpty()) {
      throw new IllegalArgumentException("a line needs a stage");
    }
    return make(capacity, List.copyOf(stations));
  }

  /** Which capacities a line of this kind can have. */
  public Bounds bounds() {
    return bounds;
  }

  @Override
  public String family() {
    return "pipeline";
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public Guarantee guarantee() {
    return Guarantee.EXACT;
  }
}
