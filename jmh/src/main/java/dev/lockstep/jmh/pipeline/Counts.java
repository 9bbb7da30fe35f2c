/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.pipeline;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Secondary results of an iteration: sums over its invocations and all stages. Only lines over the
 * suite's own queues count; of the others only {@code invocations} and {@code lagNanos} are not
 * zero.
 */
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Counts {

  /** What the others are to be divided by. */
  public long invocations;

  /** Items that stages handed on: three times those that passed. */
  public long items;

  /** What workers took from their queues. */
  public long takes;

  /** Attempts to take something, those in vain included. */
  public long polls;

  /** Attempts in vain. */
  public long emptyPolls;

  /** The most items seen waiting for a stage since the trial began; no sum. */
  public long maxDepth;

  /** From the end of the last item until the caller knew of it. */
  public long lagNanos;

  void settle(Course course) {
    Course.Tally before = course.before();
    Course.Tally now = course.tally();
    invocations = now.passes() - before.passes();
    items = now.items() - before.items();
    takes = now.takes() - before.takes();
    polls = now.polls() - before.polls();
    emptyPolls = now.emptyPolls() - before.emptyPolls();
    maxDepth = now.maxDepth();
    lagNanos = now.lagNanos() - before.lagNanos();
  }
}
