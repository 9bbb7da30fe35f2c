/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import static dev.lockstep.reports.judge.SectionEntry.role;

import dev.lockstep.reports.judge.SectionEntry.CellEntry;
import dev.lockstep.reports.judge.SectionEntry.TableEntry;
import dev.lockstep.reports.report.Amount;
import dev.lockstep.reports.run.Cpython;
import dev.lockstep.reports.run.Quoted;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** What a reader chooses a queue by. */
final class PipelineSection {
  private static final String DIRECT = "pipeline:DIRECT";

  static final SectionEntry ENTRY =
      new SectionEntry(
          "queues",
          "Choose a queue",
          "what each moves, what it takes for that, and what speaks for it",
          "queues and pipelines",
          List.of(
              byBound("Items a second by queue and bound", "queue", true)
                  .hint("1,000 items through three stages of one worker that do nothing")
                  .drawn("room in the queue", "items a second", false, true),
              TableEntry.of("What an item takes", "queue", PipelineSection::isQueueToCompare)
                  .hint(
                      "in the same setting: time of the line by hand on LinkedBlockingQueue"
                          + " (DIRECT) by its own, the same of CPython; takes and empty polls per"
                          + " run; most items waiting; how long after the last item the caller"
                          + " knew")
                  .named(each -> Pipelines.heading(Pipelines.capacity(each)))
                  .cells(
                      CellEntry.amount("over DIRECT", PipelineSection::overDirect),
                      CellEntry.amount("over CPython", PipelineSection::overCpython),
                      CellEntry.metric("CPU per item", "cpu"),
                      CellEntry.metric("bytes per item", "bytes"),
                      count("takes", "takes"),
                      count("empty polls", "emptyPolls"),
                      CellEntry.amount("deepest", each -> plain(Pipelines.depth(each), "")),
                      CellEntry.amount("known after", PipelineSection::lag)),
              TableEntry.of(
                      "The four problems of the queue made by hand", "queue", role("HAND_MADE"))
                  .hint(
                      "the Python chapter's own worker and main loop, which sleep 10 and 100 ms,"
                          + " beside the closable queue")
                  .cells(
                      CellEntry.amount("1. empty polls", each -> each.perShot("emptyPolls", "")),
                      CellEntry.amount("CPU while idle", PipelineSection::idle),
                      CellEntry.amount("2. end known after", PipelineSection::lateByHand),
                      most("3. workers that cannot be stopped", "workersLeft"),
                      most("4. deepest before a slow stage", "maxDepth")),
              byBound("The same line without the suite's pipeline", "line", false)
                  .hint(
                      "items a second: by hand, with the platform's own means, as one ring of the"
                          + " Disruptor, and the caller's plain loop"),
              TableEntry.of(
                      "Where stages wait, and with more workers",
                      "queue or line",
                      each -> each.is(Pipelines.ROLE) && !Pipelines.isBase(each))
                  .hint(
                      "items a second by workers per stage, latency of each stage, and thread; the"
                          + " bound is that of the slowest stage, workers by latency")
                  .named(each -> Pipelines.heading(Pipelines.capacity(each)))
                  .columns(
                      PipelineSection::setting,
                      setting -> setting,
                      CellEntry.amount("", PipelineSection::rate, PipelineSection::ofBound))
                  .withoutBadges()),
          List.of(
              fastest("fastest", "Fastest queue", PipelineSection::isQueueToCompare),
              fastest(
                  "fastest-bounded",
                  "Fastest queue with a bound",
                  each -> isQueueToCompare(each) && Pipelines.isBounded(each)),
              fastest("fastest-line", "Fastest line, with queues or without", Pipelines::isBase),
              new BestRule(
                  "least-cpu",
                  "Least CPU time per item",
                  PipelineSection::isQueueToCompare,
                  each -> "",
                  each -> each.estimate("cpu"),
                  Pipelines::name,
                  each -> each.amount("cpu")),
              new BestRule(
                  "idle",
                  "Least CPU while idle, of the two made for that",
                  role("HAND_MADE"),
                  each -> "",
                  each -> each.counted().each("idleCpuMicros", "idleMillis"),
                  Measured::kind,
                  PipelineSection::idle),
              pairs(
                  "bound-of-one",
                  "Time with a bound of 1",
                  (one, other) ->
                      isQueueToCompare(one)
                          && Pipelines.capacity(one).equals("1")
                          && List.of("16", "256").contains(Pipelines.capacity(other))
                          && Pipelines.isSameBut(one, other, "capacity"),
                  (one, other) ->
                      one.kind() + " %s that with " + Quoted.name(Pipelines.capacity(other))),
              pairs(
                  "more-workers",
                  "Items that 3/4/5 workers move",
                  (few, many) ->
                      Pipelines.layout(few).equals("1/1/1")
                          && Pipelines.layout(many).equals("3/4/5")
                          && Pipelines.isSameBut(few, many, "layout"),
                  (few, many) ->
                      "%s, latency %s µs, %%s those of 1/1/1"
                          .formatted(Pipelines.name(few), Quoted.name(Pipelines.latency(few)))),
              pairs(
                  "virtual-threads",
                  "Items that virtual threads move",
                  (platform, virtual) ->
                      Pipelines.isVirtual(virtual)
                          && !Pipelines.isVirtual(platform)
                          && Pipelines.isSameBut(platform, virtual, "thread"),
                  (platform, virtual) ->
                      "%s, %s, %%s those of platform threads"
                          .formatted(Pipelines.name(virtual), setting(platform))),
              new PairRule(
                  "growth",
                  "Items that wait before a slow stage",
                  role(Pipelines.ROLE),
                  PipelineSection::isToGrow,
                  each -> "",
                  each -> each.counted().largest("maxDepth"),
                  (free, bound) -> Pipelines.name(free) + " %s " + Pipelines.name(bound))),
          List.of(
              "The editions of the Python chapter differ: one worker per stage, or 3, 4 and 5. Both"
                  + " are measured; with several workers the end must be put once per worker, and a"
                  + " stage is closed only after the queue before it was joined, else a worker may"
                  + " still put behind the end.",
              "Two of the three editions join the queues and never the threads; here both are"
                  + " joined, so that nothing outlives the line.",
              "A put that waits for room needs only a get: task_done tells join that an item is"
                  + " done, and makes no room, whatever one edition of the Python chapter says.",
              "Setting a field of a running worker to nothing, so that it fails and ends, is a data"
                  + " race: it need never be seen. A sentinel in the queue always is."));

  private PipelineSection() {}

  private static TableEntry byBound(String title, String head, boolean queues) {
    return TableEntry.of(
            title, head, each -> Pipelines.isBase(each) && Pipelines.isQueue(each) == queues)
        .columns(
            Pipelines::capacity, Pipelines::heading, CellEntry.amount("", PipelineSection::rate));
  }

  private static Rule fastest(String id, String question, Predicate<Measured> of) {
    return new BestRule(
        id, question, of, each -> "", Measured::time, Pipelines::name, PipelineSection::rate);
  }

  private static Rule pairs(
      String id,
      String question,
      BiPredicate<Measured, Measured> pair,
      BiFunction<Measured, Measured, String> says) {
    return new PairRule(id, question, role(Pipelines.ROLE), pair, each -> "", Measured::time, says);
  }

  private static boolean isQueueToCompare(Measured each) {
    return Pipelines.isQueue(each) && Pipelines.isBase(each);
  }

  /** Whether one is without a bound before a slow stage, and the other the same with one. */
  static boolean isToGrow(Measured free, Measured bound) {
    return Pipelines.isQueue(free)
        && !Pipelines.isBounded(free)
        && Pipelines.isBounded(bound)
        && Pipelines.isSlowInTheMiddle(free)
        && Pipelines.isSameBut(free, bound, "capacity")
        && Pipelines.depth(free) != null
        && Pipelines.depth(bound) != null;
  }

  private static Amount rate(Measured each) {
    return each.amount("time").perSecond();
  }

  private static String setting(Measured each) {
    return "%s, %s µs%s"
        .formatted(
            Pipelines.layout(each),
            Quoted.name(Pipelines.latency(each)),
            Pipelines.isVirtual(each) ? " virtual" : "");
  }

  private static String ofBound(Measured each) {
    Double bound = Pipelines.bound(each);
    return bound == null ? "" : Words.percent(rate(each).value() / bound) + " of bound";
  }

  private static Amount overDirect(Measured each) {
    Measured direct =
        each.beside(
            other ->
                DIRECT.equals(other.trial().construct())
                    && other.is(Pipelines.ROLE)
                    && Pipelines.layout(other).equals(Pipelines.layout(each))
                    && Pipelines.capacity(other).equals(Pipelines.capacity(each))
                    && Pipelines.latency(other).equals(Pipelines.latency(each)));
    return direct == null ? null : direct.over(each).amount("×");
  }

  /** The closable pipeline there stands for all of ours; the one made by hand only for its twin. */
  private static Amount overCpython(Measured each) {
    String queue = each.kind().equals("POLLING") ? "POLLING" : "CLOSABLE";
    for (Cpython.Pipeline python : each.run().cpython()) {
      if (python.queue().equals(queue)
          && python.workers().equals(Pipelines.numbers(each.at("layout")))) {
        double[] nanos =
            python.seconds().stream()
                .mapToDouble(seconds -> StrictMath.log(seconds * 1e9 / python.items()))
                .toArray();
        return Estimate.of(nanos, Spread.UNKNOWN).over(each.mean()).amount("×");
      }
    }
    return null;
  }

  private static CellEntry count(String title, String name) {
    return CellEntry.amount(title, each -> plain(Pipelines.perRun(each, name), ""));
  }

  private static CellEntry most(String title, String name) {
    return CellEntry.amount(title, each -> plain(each.counted().most(name), ""));
  }

  private static Amount plain(Double value, String unit) {
    return value == null ? null : new Amount(value, null, unit, 0);
  }

  private static Amount lag(Measured each) {
    double runs = Pipelines.runs(each);
    return plain(runs == 0 ? null : each.counted().per("lagNanos", runs), "ns");
  }

  private static Amount lateByHand(Measured each) {
    Amount micros = each.perShot("lagMicros", "");
    return micros == null ? null : micros.times(1e3, "ns");
  }

  /** Microseconds of CPU time by the milliseconds of idleness, as a share of one core. */
  private static Amount idle(Measured each) {
    Amount idle = each.counted("idleCpuMicros", "idleMillis", "");
    return idle == null ? null : idle.times(1e-3, "share");
  }
}
