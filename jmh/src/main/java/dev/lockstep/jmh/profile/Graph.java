/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.profile;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import one.jfr.JfrReader;
import one.jfr.event.AllocationSample;
import one.jfr.event.ContendedLock;
import one.jfr.event.Event;
import one.jfr.event.ExecutionSample;

/** What is sampled. A recording may hold several, and each of them is a flame graph of its own. */
public enum Graph {
  /**
   * Where CPU time goes, in samples. The interval is short enough for a fifth of a second to give
   * some hundred samples on each CPU.
   */
  CPU("event=cpu,interval", 1_000_000),

  /** Where Java threads are, at work or waiting, in samples. A virtual thread is seen mounted. */
  WALL("wall", 5_000_000),

  /** Who allocates, in bytes. */
  ALLOC("alloc", 65_536),

  /** Who waits for locks and parks, in nanoseconds. A virtual thread is seen mounted. */
  LOCK("lock", 10_000);

  private static final String ON_CPU = "STATE_DEFAULT";

  private final String option;
  private final long interval;

  /**
   * @param interval between two samples, in what they count
   */
  Graph(String option, long interval) {
    this.option = option;
    this.interval = interval;
  }

  /** What async-profiler is told to record all of them. */
  static String options(Set<Graph> graphs) {
    return graphs.stream()
        .map(graph -> graph.option + "=" + graph.interval)
        .collect(Collectors.joining(","));
  }

  /** {@code cpu+wall}, as {@link #parse} reads it. */
  public static String format(Collection<Graph> graphs) {
    return graphs.stream().map(Graph::id).collect(Collectors.joining("+"));
  }

  /**
   * The graphs of which these are the names, apart by a plus.
   *
   * @throws IllegalArgumentException if one of them is none
   */
  static Set<Graph> parse(String names) {
    Set<Graph> graphs = EnumSet.noneOf(Graph.class);
    for (String name : names.split("\\+", -1)) {
      graphs.add(
          Arrays.stream(values())
              .filter(graph -> graph.id().equals(name))
              .findFirst()
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "There is no flame graph \"%s\"; choose from %s."
                              .formatted(name, format(EnumSet.allOf(Graph.class))))));
    }
    return graphs;
  }

  /** The name that files and records have. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The flame graph's file in its directory. */
  public String html() {
    return id() + ".html";
  }

  /** The file of the same stacks as text. */
  public String collapsed() {
    return id() + ".collapsed";
  }

  /** Whether waiting is its subject, so that it misses virtual threads that are unmounted. */
  public boolean isOfWaiting() {
    return this == WALL || this == LOCK;
  }

  /** Whether there may be nothing to see: no allocation, no lock that was waited for. */
  public boolean mayBeEmpty() {
    return this == ALLOC || this == LOCK;
  }

  /** Whether an event of a recording is a sample of this kind. */
  boolean shows(Event event, JfrReader recording) {
    return switch (event) {
      case ExecutionSample sample -> {
        String state = recording.getEnumValue("jdk.types.ThreadState", sample.threadState);
        yield this == (ON_CPU.equals(state) ? CPU : WALL);
      }
      case AllocationSample _ -> this == ALLOC;
      case ContendedLock _ -> this == LOCK;
      default -> false;
    };
  }

  /** How long samples of time stand for, in nanoseconds. */
  long nanos(Event event) {
    return event.samples() * interval;
  }

  /** What an event counts, in the unit of this kind. */
  long weight(Event event, JfrReader recording) {
    return switch (this) {
      case CPU, WALL -> event.samples();
      case ALLOC -> event.value();
      case LOCK -> Math.round(event.value() * recording.nanosPerTick);
    };
  }
}
