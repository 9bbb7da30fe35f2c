/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.pipeline;

import dev.lockstep.jmh.profile.Untimed;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * Secondary results of the last iteration, and of passes that are not in its time: sums over these
 * passes and all stages. Looking how deep a queue is may take its lock or walk over all of its
 * items, so that nobody does so while a queue is timed. Only lines over the suite's own queues
 * count; of the others only {@code invocations} and {@code lagNanos} are not zero.
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

  /** The most items seen waiting for a stage; no sum. */
  public long maxDepth;

  /** From the end of the last item until the caller knew of it. */
  public long lagNanos;

  /** Takes over what a line has counted that passed nothing else. */
  @Untimed
  void settle(Course.Tally tally) {
    invocations = tally.passes();
    items = tally.items();
    takes = tally.takes();
    polls = tally.polls();
    emptyPolls = tally.emptyPolls();
    maxDepth = tally.maxDepth();
    lagNanos = tally.lagNanos();
  }
}
