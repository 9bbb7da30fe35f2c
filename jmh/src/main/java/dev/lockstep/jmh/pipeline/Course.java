/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.pipeline;

import dev.lockstep.core.kernel.WrongResultException;
import dev.lockstep.core.pipeline.Line;
import dev.lockstep.core.pipeline.StageStatistics;
import dev.lockstep.core.pipeline.Station;
import dev.lockstep.core.pipeline.Step;
import dev.lockstep.core.queue.Channel;
import dev.lockstep.jmh.profile.Untimed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.runner.IterationType;

/**
 * A line for a trial: the items that pass through it again and again, and whether all of them come
 * out, each once.
 */
final class Course {

  /** As many as the notes send. */
  static final int ITEMS = 1000;

  private static final long WHILE_NANOS = TimeUnit.MILLISECONDS.toNanos(30);
  private static final List<String> NAMES = List.of("download", "resize", "upload");

  private final Object kind;
  private final Line<Integer> line;
  private final List<Integer> items = IntStream.range(0, ITEMS).boxed().toList();
  private List<Integer> results = items;
  private long passes;
  private long lag;
  private int iterations;

  Course(Object kind, Line<Integer> line) {
    this.kind = kind;
    this.line = line;
  }

  /** Whether the iteration that has ended was the last one that counts. */
  boolean ended(IterationType iteration, int all) {
    if (iteration == IterationType.MEASUREMENT) {
      iterations++;
    }
    return iterations == all;
  }

  /**
   * The three stages of the notes, which return what they get.
   *
   * @param layout workers, such as {@code 3/4/5}
   * @param latencyMicros how long each stage waits at an item, such as {@code 0/1000/0}
   */
  static List<Station<Integer>> stations(String layout, String latencyMicros) {
    int[] workers = numbers(layout);
    int[] micros = numbers(latencyMicros);
    List<Station<Integer>> stations = new ArrayList<>();
    for (int i = 0; i < NAMES.size(); i++) {
      stations.add(new Station<>(NAMES.get(i), workers[i], step(micros[i])));
    }
    return stations;
  }

  private static Step<Integer, Integer> step(int micros) {
    if (micros == 0) {
      return item -> item;
    }
    return item -> {
      TimeUnit.MICROSECONDS.sleep(micros);
      return item;
    };
  }

  private static int[] numbers(String text) {
    int[] numbers = Arrays.stream(text.split("/")).mapToInt(Integer::parseInt).toArray();
    if (numbers.length != NAMES.size()) {
      throw new IllegalArgumentException("three numbers, such as 1/1/1, not " + text);
    }
    return numbers;
  }

  /** {@code UNBOUNDED} or a number. */
  static int capacity(String text) {
    return text.equals("UNBOUNDED") ? Channel.UNBOUNDED : Integer.parseInt(text);
  }

  List<Integer> pass() throws InterruptedException {
    results = line.pass(items);
    return results;
  }

  /** Passes its items again and again for a while, at least once, and checks them. */
  void passForAWhile() throws InterruptedException {
    long start = System.nanoTime();
    do {
      List<Integer> _ = pass();
      verify();
    } while (System.nanoTime() - start < WHILE_NANOS);
  }

  /** To be called after every pass, outside the measured time. */
  @Untimed
  void verify() {
    passes++;
    lag += line.lagNanos();
    BitSet seen = new BitSet(ITEMS);
    results.forEach(seen::set);
    if (results.size() != ITEMS || seen.cardinality() != ITEMS || seen.length() != ITEMS) {
      throw new WrongResultException(
          "%s: %d items went in, %d came out, %d of them different"
              .formatted(kind, ITEMS, results.size(), seen.cardinality()));
    }
  }

  /** To be called when the workers have ended: what they say must be what came out. */
  @Untimed
  void verifyStatistics() {
    for (StageStatistics stage : line.statistics()) {
      long items = passes * ITEMS;
      if (stage.items() != items || stage.takes() != items + stage.workers()) {
        throw new WrongResultException(
            "%s: %d items went through, and %s".formatted(kind, items, stage));
      }
    }
  }

  /** All that was counted so far. */
  Tally tally() {
    long items = 0;
    long takes = 0;
    long polls = 0;
    long emptyPolls = 0;
    long depth = 0;
    for (StageStatistics stage : line.statistics()) {
      items += stage.items();
      takes += stage.takes();
      polls += stage.polls();
      emptyPolls += stage.emptyPolls();
      depth = Math.max(depth, stage.maxDepth().orElse(0));
    }
    return new Tally(items, takes, polls, emptyPolls, depth, lag, passes);
  }

  /** Sums over all stages; the depth is the greatest of any queue. */
  record Tally(
      long items,
      long takes,
      long polls,
      long emptyPolls,
      long maxDepth,
      long lagNanos,
      long passes) {}
}
