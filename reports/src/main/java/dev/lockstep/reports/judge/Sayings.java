/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import static dev.lockstep.reports.judge.Comparisons.kinds;
import static dev.lockstep.reports.judge.Comparisons.memory;
import static dev.lockstep.reports.judge.Comparisons.speedups;
import static dev.lockstep.reports.judge.Condition.above;
import static dev.lockstep.reports.judge.Condition.all;
import static dev.lockstep.reports.judge.Condition.below;
import static dev.lockstep.reports.judge.Condition.in;
import static dev.lockstep.reports.judge.Condition.one;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What people say about threads: one entry each, in the order of the page. An entry tells whose
 * figures came with the sentence, what is compared, and on which side of which line all of it, or
 * one of it, has to lie.
 */
final class Sayings {
  /** A speed-up below this is none. */
  static final double SPEEDUP = 1.1;

  /**
   * Times that differ by less are the same: more than this is slower, less than the next faster.
   */
  static final double MORE = 1.02;

  static final double LESS = 0.98;

  private static final int ALL_CORES = Integer.MAX_VALUE;
  private static final Set<String> FREE = Set.of("NONE");
  private static final Set<String> LOCKED = Set.of("PER_TASK", "FAIR_SLICE");
  private static final Set<String> THREADS = Set.of("FIXED");
  private static final Set<String> PROCESSES = Set.of("PROCESS_POOL");

  private Sayings() {}

  /**
   * One sentence that people say.
   *
   * @param claimed the figure that came with it
   * @param what is looked at
   * @param rule when it holds and when it is refuted
   */
  record Saying(
      String id,
      String text,
      String claimed,
      String what,
      String rule,
      Function<Facts, Case> ask) {}

  private static Saying compare(
      String id,
      String text,
      String claimed,
      String what,
      Function<Facts, List<Comparison>> which,
      Condition holds,
      Condition refuted) {
    String rule = "holds if %s, refuted if %s".formatted(holds.words(), refuted.words());
    return new Saying(
        id,
        text,
        claimed,
        what,
        rule,
        run -> {
          List<Comparison> compared = which.apply(run);
          return Case.of(compared).holds(holds.of(compared)).refuted(refuted.of(compared));
        });
  }

  static final List<Saying> ALL =
      List.of(
          new Saying(
              "unlocked-loses",
              "an unlocked counter loses updates",
              "249,414 of 500,000",
              "the race of an unlocked counter and five sensors",
              "holds if the race was seen and the sensors lost updates; that neither was seen would"
                  + " refute nothing",
              CountedClaims::unlockedLoses),
          new Saying(
              "locked-exact",
              "a locked counter never does",
              "500,000 of 500,000",
              "exact counters",
              "holds if every proof of one is proven and no trial of one lost an update, refuted if"
                  + " a proof is broken or a trial lost one",
              CountedClaims::lockedNeverLoses),
          new Saying(
              "barrier",
              "without a start barrier the race is hard to get",
              "a comment",
              "shares of shots that lose with a start barrier and without",
              "holds if the difference of the shares, over forks, lies above 0, refuted if below",
              CountedClaims::barrier),
          compare(
              "no-speedup",
              "threads do not speed up CPU work",
              "0.628 s → 0.682 s (0.92×)",
              "speed-ups of FIXED over serial on 2 to 4 workers",
              run -> speedups(run, THREADS, 4, FREE),
              all(below(SPEEDUP)),
              all(above(SPEEDUP))),
          compare(
              "slower-than-serial",
              "threads are slower than serial",
              "+8.6 %, +9.8 %",
              "speed-ups of FIXED over serial on 2 to 4 workers",
              run -> speedups(run, THREADS, 4, FREE),
              all(below(LESS)),
              all(above(LESS))),
          new Saying(
              "workers-equal-cores",
              "max_workers = number of cores is right for CPU work",
              "a rule of thumb",
              "times of FIXED on other worker counts by that on as many as cores",
              "holds if all lie above 0.95, refuted if one lies below 0.95",
              BestClaims::coresAreRight),
          compare(
              "no-speedup-locked",
              "threads do not speed up CPU work under one global lock",
              "0.628 s → 0.682 s (0.92×)",
              "speed-ups of FIXED over serial under an emulated lock",
              run -> speedups(run, THREADS, ALL_CORES, LOCKED),
              all(below(SPEEDUP)),
              all(above(SPEEDUP))),
          compare(
              "slower-locked",
              "threads that take turns at one lock are slower than serial",
              "+8.6 %, +9.8 %, +1.7 %",
              "speed-ups of FIXED over serial with FAIR_SLICE",
              run -> speedups(run, THREADS, ALL_CORES, Set.of("FAIR_SLICE")),
              all(below(LESS)),
              all(above(LESS))),
          compare(
              "processes-speedup",
              "processes do speed up CPU work",
              "3.32× (one per core), 1.51× (2)",
              "warm speed-ups of PROCESS_POOL over serial",
              run -> speedups(run, PROCESSES, ALL_CORES, FREE),
              all(above(SPEEDUP)),
              all(below(SPEEDUP))),
          compare(
              "processes-escape-lock",
              "under a global lock threads are no faster, processes are",
              "threads 0.91×, processes 3.32×",
              "speed-ups of FIXED and PROCESS_POOL over serial under the same emulated lock",
              run -> speedups(run, Set.of("FIXED", "PROCESS_POOL"), ALL_CORES, LOCKED),
              in("FIXED", all(below(SPEEDUP))).and(in("PROCESS_POOL", all(above(SPEEDUP)))),
              in("FIXED", one(above(SPEEDUP))).or(in("PROCESS_POOL", one(below(SPEEDUP))))),
          new Saying(
              "one-line-swap",
              "a pool of processes takes the place of a pool of threads by changing one line",
              "ThreadPoolExecutor → ProcessPoolExecutor",
              "PROCESS_POOL on the workloads of the other kinds",
              "holds, with registered tasks, if each of its proofs is proven and all its trials"
                  + " gave the oracle's answers, refuted if a proof is broken or a trial gave"
                  + " others",
              CountedClaims::oneLineSwap),
          compare(
              "threads-cost",
              "creating threads has a cost",
              "0.693 s → 0.761 s",
              "time of one trivial task in a new thread by that in one that waits",
              run -> kinds(run, "ROUND_TRIP", "THREAD_PER_TASK", "FIXED"),
              all(above(MORE)),
              all(below(MORE))),
          compare(
              "c-is-faster",
              "the same loop is faster in C",
              "the advice of the Python chapter",
              "time of the plain Java loop by that of C, for every function",
              run -> kinds(run, "KERNEL", KernelSection.LOOP, "C"),
              all(above(SPEEDUP)),
              all(below(SPEEDUP))),
          new Saying(
              "c-is-fastest",
              "a rewrite in C is the fastest",
              "the advice of the Python chapter",
              "every C kernel by every Java kernel that also tries every number",
              "holds if for every function one in C is more than 1.02 times as fast as all in Java,"
                  + " refuted if for one function one in Java is so against all in C",
              BestClaims::fastestInC),
          compare(
              "algorithm-beats-parallelism",
              "a better algorithm on one core beats all cores",
              "not in the Python chapter",
              "gain of ROOT over LOOP by that of every executor on any worker count over serial",
              Comparisons::algorithm,
              all(above(MORE)),
              one(below(LESS))),
          new Saying(
              "polling-wastes",
              "a polling pipeline wastes polls",
              "3,027 polls, 1,000 items",
              "polls of the pipeline made by hand",
              "holds if its queue is polled more than 3,000 times for 1,000 items through three"
                  + " stages, while the closable queue is asked exactly 3,003 times, the three ends"
                  + " included, and every queue that blocks exactly once per item and"
                  + " stage, and once per worker if the line ends with the run (3,003 with 1/1/1,"
                  + " 3,012 with 3/4/5); refuted if it is polled no more than 3,000 times",
              CountedClaims::polling),
          new Saying(
              "thousand-finished",
              "1,000 items in, 1,000 items finished",
              "1,000 of 1,000",
              "items of queues, lines and layouts",
              "holds if every run finished exactly the items it was given, refuted if one did not",
              CountedClaims::finished),
          new Saying(
              "unbounded-grows",
              "a queue without a bound grows before a slow stage",
              "until memory is exhausted",
              "most items that wait before a slow second stage in a queue without a bound by those"
                  + " in the same with one, or in one made by hand by those in the closable one",
              "holds if all lie above 1.02 and no bound was passed, refuted if one lies below 1.02",
              CountedClaims::grows),
          compare(
              "pipelines-suit-waiting",
              "pipelines suit work that waits for I/O",
              "the advice of the Python chapter",
              "items of 3/4/5 workers by those of 1/1/1, where every stage waits and where none"
                  + " does",
              Comparisons::workers,
              in("waiting", all(above(SPEEDUP))).and(in("without", all(below(SPEEDUP)))),
              in("waiting", all(below(SPEEDUP)))),
          compare(
              "threads-overlap-io",
              "threads overlap blocking I/O",
              "item 53",
              "time, by one latency, of most tasks (up to 10,000) with the longest latency on"
                  + " virtual threads",
              Comparisons::latencies,
              all(below(2)),
              all(above(2))),
          compare(
              "pool-bounds-io",
              "a pool bounds how much I/O goes on at once",
              "items 58, 59",
              "times of FIXED and QUEUE_WORKERS with more tasks than workers by ceil(tasks /"
                  + " workers) latencies",
              Comparisons::rounds,
              all(above(0.8)).and(all(below(1.2))),
              one(below(0.8))),
          compare(
              "thread-memory",
              "a running thread takes about 8 MB of memory",
              "8 MB",
              "MB of addresses reserved for a thread of the default stack, and of memory used"
                  + " behind them",
              run ->
                  memory(
                      run,
                      "PLATFORM",
                      Map.of("reserved", "reservedBytes", "used", "committedBytes"),
                      1024 * 1024,
                      " MB"),
              in("used", all(above(0.8 * 8))),
              in("reserved", all(below(0.8 * 8)))),
          new Saying(
              "coroutine-memory",
              "a coroutine takes less than 1 kB of memory",
              "< 1 kB",
              "heap that a parked virtual thread keeps",
              "holds below 1 kB, nearly below 2 kB, refuted above",
              run -> {
                List<Comparison> heap =
                    memory(run, "VIRTUAL", Map.of("heap", "heapBytes"), 1024, " kB");
                return Case.of(heap)
                    .holds(all(below(1)).of(heap))
                    .verdict("NEARLY", all(above(1)).and(all(below(2))).of(heap))
                    .refuted(all(above(2)).of(heap));
              }),
          compare(
              "coroutine-start",
              "starting a coroutine costs about as much as a call",
              "about 1×",
              "start of a virtual thread by a call",
              run -> kinds(run, "SPAWN", "VIRTUAL", "CALL"),
              all(below(2)),
              all(above(2))),
          compare(
              "thread-start",
              "starting a thread is expensive",
              "slows a program down",
              "start of a platform thread by handing the same work to a pool",
              run -> kinds(run, "SPAWN", "PLATFORM", "POOLED"),
              all(above(2)),
              all(below(2))));
}
