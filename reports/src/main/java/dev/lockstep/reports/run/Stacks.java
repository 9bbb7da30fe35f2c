/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the profiler saw of one trial ({@code cpu.collapsed}): no figure is made of it, but reasons.
 *
 * @param stacks empty if the file could not be read
 * @param fault why not, as half a sentence, or null
 */
public record Stacks(List<Stack> stacks, String fault) {
  private static final String SEED = "_SEED";
  private static final String WORKER = "worker-";
  private static final long LARGEST = 16_000_000;

  /**
   * One stack and how often it was seen.
   *
   * @param frames the outermost first, apart by semicolons
   */
  public record Stack(String frames, long samples) {}

  /** Whether what worker processes did is in it, too: under frames with the names of recordings. */
  public boolean ofWorkers() {
    return stacks.stream().anyMatch(stack -> stack.frames().startsWith(WORKER));
  }

  /**
   * Reads those that are explained: the plain sweep of the seeds' lists at as many workers as
   * cores, and what it is compared with.
   */
  static Map<String, Stacks> ofSeeds(Path run, Plan plan, Map<String, TrialRecord> trials) {
    Map<String, Stacks> all = new TreeMap<>();
    for (Plan.Trial trial : plan.trials()) {
      Integer workers = trial.workers();
      boolean atCores =
          workers == null || workers == plan.cores() || trial.id().equals(trial.baseline());
      TrialRecord record = trials.get(trial.id());
      if (record != null
          && record.profile() != null
          && trial.sweep()
          && trial.plain()
          && trial.workload().endsWith(SEED)
          && atCores) {
        all.put(trial.id(), read(run, record.profile()));
      }
    }
    return all;
  }

  private static Stacks read(Path run, TrialRecord.Profile profile) {
    TrialRecord.Graph graph = profile.cpu();
    if (graph == null || graph.collapsed() == null) {
      return new Stacks(
          List.of(), graph == null ? "no samples were taken" : graph.collapsedFault());
    }
    return read(run.resolve(graph.collapsed()));
  }

  /** Returns what a file of samples holds; never fails because of it. */
  public static Stacks read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        return new Stacks(List.of(), "the file is too large");
      }
      return parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return new Stacks(List.of(), "the file cannot be read");
    }
  }

  /** Returns what a text of samples holds. */
  public static Stacks parse(String text) {
    if (!text.endsWith("\n")) {
      return new Stacks(List.of(), "the file breaks off");
    }
    List<Stack> stacks = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      int space = line.lastIndexOf(' ');
      String count = line.substring(space + 1);
      if (space < 1 || !count.matches("[0-9]{1,15}")) {
        return new Stacks(List.of(), "line " + number + " of the file is no stack with a count");
      }
      stacks.add(new Stack(line.substring(0, space), Long.parseLong(count)));
    }
    return new Stacks(stacks, null);
  }
}
