/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Finding;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Ratio;
import dev.lockstep.reports.report.Units;
import dev.lockstep.reports.report.Units.Footprint;
import dev.lockstep.reports.report.Units.Handoff;
import dev.lockstep.reports.report.Units.Start;
import dev.lockstep.reports.run.Plan;
import dev.lockstep.reports.run.Quoted;
import dev.lockstep.reports.run.RunData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says what a unit of concurrency costs to start, to hand a value to, and to keep. */
final class UnitJudge {
  /** Pairs of which a reader wants to know how many times the first costs the second. */
  private static final List<List<String>> PAIRS =
      List.of(
          List.of("VIRTUAL", "CALL"),
          List.of("POOLED", "CALL"),
          List.of("PLATFORM", "POOLED"),
          List.of("PLATFORM", "VIRTUAL"),
          List.of("PROCESS", "PLATFORM"),
          List.of("JVM", "PROCESS"));

  private final RoleTrials trials;

  private UnitJudge(RunData data, List<Price> prices) {
    this.trials = new RoleTrials(data, prices);
  }

  /** Returns the units, all lists empty if no trial of one was measured. */
  static Units judge(RunData data, List<Price> prices) {
    UnitJudge judge = new UnitJudge(data, prices);
    List<Plan.Trial> starts = judge.trials.of("SPAWN");
    List<Units.Against> ratios = judge.ratios(starts);
    List<Handoff> handoffs = judge.trials.of("HANDOFF").stream().map(judge::handoff).toList();
    List<Footprint> footprints =
        judge.trials.of("FOOTPRINT").stream().map(judge::footprint).toList();
    boolean any = !starts.isEmpty() || !handoffs.isEmpty() || !footprints.isEmpty();
    return new Units(
        starts.stream().map(judge::start).toList(),
        ratios,
        handoffs,
        footprints,
        any ? findings(ratios, handoffs, footprints) : List.of());
  }

  private Start start(Plan.Trial trial) {
    Price price = trials.price(trial);
    return new Start(
        trial.construct(),
        RoleTrials.kind(trial),
        trials.label(trial),
        trials.time(trial),
        price.allCpuPerOp(),
        price.bytesPerOp(),
        trial.id());
  }

  private List<Units.Against> ratios(List<Plan.Trial> starts) {
    Map<String, Plan.Trial> byKind = new LinkedHashMap<>();
    starts.forEach(trial -> byKind.putIfAbsent(RoleTrials.kind(trial), trial));
    List<Units.Against> ratios = new ArrayList<>();
    for (List<String> pair : PAIRS) {
      Plan.Trial dear = byKind.get(pair.get(0));
      Plan.Trial cheap = byKind.get(pair.get(1));
      if (dear != null && cheap != null) {
        // As many times as the cheap one is faster, so many times the dear one costs it.
        Ratio ratio = trials.timesAsFast(cheap, dear);
        if (ratio != null) {
          ratios.add(
              new Units.Against(pair.get(0), pair.get(1), ratio, List.of(dear.id(), cheap.id())));
        }
      }
    }
    return ratios;
  }

  private Handoff handoff(Plan.Trial trial) {
    int depth = Math.max(1, (int) RoleTrials.number(trial, "depth", 1));
    Price price = trials.price(trial);
    Double voluntary = price.voluntarySwitchesPerOp();
    return new Handoff(
        trial.construct(),
        RoleTrials.kind(trial),
        trials.label(trial),
        depth,
        trial.params().getOrDefault("thread", "NONE"),
        trials.time(trial),
        trials.time(trial).nanos() / (2.0 * depth),
        voluntary,
        trial.id());
  }

  private Footprint footprint(Plan.Trial trial) {
    Counted counted = trials.counted(trial);
    Double threads = counted.total("threads");
    return new Footprint(
        trial.construct(),
        RoleTrials.kind(trial),
        trials.label(trial),
        (long) RoleTrials.number(trial, "count", 0),
        (long) RoleTrials.number(trial, "stackKilobytes", 0),
        counted.per("reservedBytes", threads),
        counted.per("committedBytes", threads),
        counted.per("heapBytes", threads),
        // Where the system does not say, there is no growth.
        known(counted.per("rssBytes", threads)),
        trial.id());
  }

  private static Double known(Double bytes) {
    return bytes == null || bytes == 0 ? null : bytes;
  }

  private static List<Finding> findings(
      List<Units.Against> ratios, List<Handoff> handoffs, List<Footprint> footprints) {
    List<Finding> found = new ArrayList<>();
    found.add(starting(ratios));
    found.add(handing(handoffs));
    found.add(keeping(footprints));
    return found;
  }

  private static Finding starting(List<Units.Against> ratios) {
    String question = "What starting costs";
    List<String> told = new ArrayList<>();
    List<String> trials = new ArrayList<>();
    for (Units.Against each : ratios) {
      told.add(
          "%s %s times %s"
              .formatted(
                  Quoted.name(each.kind()),
                  Words.figure(each.ratio().value()),
                  Quoted.name(each.other())));
      trials.addAll(each.trials());
    }
    return told.isEmpty()
        ? PipelineFindings.missing("start", question)
        : new Finding(
            "start",
            question,
            true,
            question + ": " + String.join(", ", told) + ".",
            trials.stream().distinct().toList());
  }

  /** From one value handed over to the next the cheapest and the dearest link differ by decades. */
  private static Finding handing(List<Handoff> handoffs) {
    String question = "What handing a value back and forth costs";
    Handoff least = null;
    Handoff most = null;
    for (Handoff each : handoffs) {
      if (each.depth() == 1 && !each.kind().equals("CALL")) {
        least = least == null || each.hopNanos() < least.hopNanos() ? each : least;
        most = most == null || each.hopNanos() > most.hopNanos() ? each : most;
      }
    }
    return least == null
        ? PipelineFindings.missing("handoff", question)
        : new Finding(
            "handoff",
            question,
            true,
            "%s: from %s ns (%s) to %s ns (%s) for one hop between two parties."
                .formatted(
                    question,
                    Words.figure(least.hopNanos()),
                    name(least),
                    Words.figure(most.hopNanos()),
                    name(most)),
            List.of(least.trial(), most.trial()));
  }

  private static String name(Handoff handoff) {
    String thread = handoff.thread().equals("NONE") ? "" : ", " + Quoted.name(handoff.thread());
    return Quoted.name(handoff.kind()) + thread;
  }

  /** Returns the footprint of most threads of a kind with the default stack, or null. */
  static Footprint usual(List<Footprint> footprints, String kind) {
    Footprint usual = null;
    for (Footprint each : footprints) {
      boolean candidate = each.kind().equals(kind) && each.stackKilobytes() == 0;
      usual = candidate && (usual == null || each.count() > usual.count()) ? each : usual;
    }
    return usual;
  }

  private static Finding keeping(List<Footprint> footprints) {
    String question = "What a parked thread keeps";
    Footprint platform = usual(footprints, "PLATFORM");
    Footprint virtual = usual(footprints, "VIRTUAL");
    if (platform == null || virtual == null) {
      return PipelineFindings.missing("footprint", question);
    }
    return new Finding(
        "footprint",
        question,
        true,
        "%s: a platform thread sets aside %s of addresses and really has %s behind them, a virtual one lives on %s of heap."
            .formatted(
                question,
                Words.bytes(platform.reserved()),
                Words.bytes(platform.committed()),
                Words.bytes(virtual.heap())),
        List.of(platform.trial(), virtual.trial()));
  }
}
