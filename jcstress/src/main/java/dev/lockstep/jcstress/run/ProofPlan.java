/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import dev.lockstep.jcstress.proof.Pace;
import dev.lockstep.jcstress.proof.ProofTest;
import dev.lockstep.jcstress.proof.Role;
import dev.lockstep.jcstress.proof.TwinRole;
import dev.lockstep.run.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What each plan proves: the one place that holds these numbers.
 *
 * @param heart iterations of a fork of the proofs that the suite stands on
 * @param access iterations of a fork of other tests whose samples take nanoseconds
 * @param blocking the same where samples take microseconds
 * @param waking the same where a sample has to wake a thread
 * @param forks of one test in one configuration
 * @param stressForks the same for the configuration with C2's randomised optimisations, where every
 *     fork has its own seed
 * @param split of which tests the two actors are compiled by different compilers, too: 14
 *     configurations instead of 4
 * @param in the configurations of proofs and twins
 * @param nightly whether tests take part that ask more than the most telling question of each
 *     construct, that show races in other ways, or that mutate single constructs
 * @param options the constructs whose proofs also run with the options that users choose
 * @param time after which no further round begins; the first one is always run
 */
record ProofPlan(
    Series heart,
    Series access,
    Series blocking,
    Series waking,
    int forks,
    int stressForks,
    Split split,
    Set<Choice> in,
    boolean nightly,
    Set<String> options,
    Duration time) {

  /** Fewer forks share too few compilations. */
  static final int LEAST_FORKS = 3;

  /** With so many sightings to be expected, to have none by chance is out of the question. */
  static final double LEAST_POWER = 20;

  /** A control that shows less often in a fork has a rate that nothing can rest on. */
  static final long SIGHTINGS = 20;

  /** How often each order has to be seen that shows that the actors met. */
  static final long LEAST_ORDERS = 100;

  /** Iterations of so many milliseconds. */
  record Series(int iterations, int millis) {
    Duration time() {
      return Duration.ofMillis((long) iterations * millis);
    }

    /** For twins that forget to wake a thread: each time they do takes milliseconds. */
    Series twice() {
      return new Series(iterations, 2 * millis);
    }
  }

  /** The configurations of jcstress's matrix by what is switched on. */
  enum Choice {
    INTERPRETER,
    C1,
    C2,
    C2_STRESS;

    static final Set<Choice> ALL = Set.of(values());
    static final Set<Choice> COMPILED = Set.of(C1, C2, C2_STRESS);
  }

  /** Whose actors are compiled apart. */
  enum Split {
    NONE,
    HEART,
    ALL
  }

  /** From the start of a forked JVM to its first iteration, and from its last one to its end. */
  private static final Duration FORK = Duration.ofMillis(400);

  private static final Duration LONG = Duration.ofSeconds(2);

  /** After which jcstress gives up a thread that does not end. */
  static final Duration UNTIL_STALE = Duration.ofSeconds(30);

  static ProofPlan of(Plan plan) {
    return switch (plan) {
      case SMOKE ->
          new ProofPlan(
              new Series(1, 100),
              new Series(1, 100),
              new Series(1, 100),
              new Series(1, 100),
              1,
              1,
              Split.NONE,
              Set.of(Choice.C2),
              true,
              Set.of(),
              Duration.ZERO);
      case QUICK ->
          new ProofPlan(
              new Series(1, 200), // each iteration begins with jcstress's checks of the test
              new Series(1, 100),
              new Series(1, 100),
              new Series(1, 200),
              1,
              1,
              Split.NONE,
              Choice.COMPILED,
              false,
              Set.of(),
              Duration.ofSeconds(170));
      case NIGHTLY ->
          new ProofPlan(
              new Series(4, 1_000),
              new Series(2, 1_000),
              new Series(2, 1_000),
              new Series(4, 1_000),
              1,
              1,
              Split.HEART,
              Choice.ALL,
              true,
              Set.of("counter:", "lock:", "publication:"),
              Duration.ofHours(1));
      case FULL ->
          new ProofPlan(
              new Series(30, 1_000),
              new Series(10, 1_000),
              new Series(10, 1_000),
              new Series(20, 1_000),
              1,
              3,
              Split.ALL,
              Choice.ALL,
              true,
              Set.of("counter:", "lock:", "publication:", "sync:", "future:"),
              Duration.ofHours(24));
    };
  }

  /** Whether seeing what it can show costs 30 seconds of waiting for a thread that does not end. */
  static boolean goesStale(ProofTest test) {
    return test.pace() == Pace.TERMINATION
        && (test.mustObserve().contains("STALE") || test.mayObserve().contains("STALE"));
  }

  /** Whether that thread is parked meanwhile: a twin's takes no CPU from anybody. */
  static boolean sleeps(ProofTest test) {
    return goesStale(test) && test.role() == Role.TWIN;
  }

  /** Why this plan leaves a test out on any machine; null if it does not. */
  String whyNot(ProofTest test) {
    if (this.equals(of(Plan.SMOKE)) && goesStale(test)) {
      return "waits 30 seconds for a thread that does not end; run a longer plan";
    }
    if (nightly) {
      return null;
    }
    if (goesStale(test) && !sleeps(test)) {
      return "waits 30 seconds for a thread that does not end; run a longer plan";
    }
    if (test.twinRole() == TwinRole.MUTANT) {
      return "tells how sensitive the tests are, which no verdict rests on; run a longer plan";
    }
    return test.nightly()
        ? "asks more than the most telling question of its construct; run a longer plan"
        : null;
  }

  /** In termination mode jcstress ends a fork at its first stale sample. */
  static long sightings(ProofTest test) {
    return test.pace() == Pace.TERMINATION ? 1 : SIGHTINGS;
  }

  /**
   * The configurations of a test. A race has to show in one, and a lesson shows enough in one: that
   * of compiled code, which shows most. The interpreter moves nothing and takes long over it, so
   * that a sibling would be silent there and count for less.
   */
  Set<Choice> choices(ProofTest test) {
    boolean once = !test.mustObserve().isEmpty() || test.isLesson();
    if (once && (!nightly || goesStale(test))) {
      return Set.of(Choice.C2);
    }
    boolean sibling = test.sibling() || test.twinRole() == TwinRole.ORDER;
    return sibling && in.equals(Choice.ALL) ? Choice.COMPILED : in;
  }

  /** Whether actors are to be compiled by different compilers. */
  boolean splits(ProofTest test) {
    boolean chosen =
        switch (split) {
          case NONE -> false;
          case HEART -> test.isHeart();
          case ALL -> test.role() != Role.TWIN;
        };
    return chosen && test.actors() == 2;
  }

  /** The options that a user may have chosen, each in a configuration of its own. */
  List<UserOption> options(ProofTest test) {
    boolean chosen =
        test.forbids()
            && test.pace() == Pace.ACCESS
            && test.actors() == 2
            && options.stream().anyMatch(test.construct()::startsWith);
    return chosen ? List.of(UserOption.values()) : List.of();
  }

  Series series(ProofTest test) {
    if (test.isHeart()) {
      return heart;
    }
    return switch (test.pace()) {
      case ACCESS -> access;
      case BLOCKING -> blocking;
      case WAKING, TERMINATION -> test.role() == Role.TWIN ? waking.twice() : waking;
    };
  }

  /**
   * What jcstress's own command line would be given. Before it measures, jcstress enlarges its
   * strides step by step, up to what is given here, and that can take longer than a short fork
   * measures. So where a sample takes microseconds, and in short plans, strides are short. Actors
   * that block are not pinned: threads that a pinned actor starts would inherit its one CPU. They
   * yield where jcstress has them wait for each other, since a thread that is to be woken may need
   * the CPU. Short forks do not touch all of their heap first.
   */
  List<String> arguments(ProofTest test) {
    Series series = series(test);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-iters", String.valueOf(series.iterations),
                "-time", String.valueOf(series.millis),
                "-f", String.valueOf(forks),
                "-fsm", String.valueOf(stressForks),
                "-sc", String.valueOf(splits(test)),
                "-pth", String.valueOf(isLong())));
    if (test.pace().blocks()) {
      arguments.addAll(List.of("-strideSize", "16", "-strideCount", "1"));
      arguments.addAll(List.of("-af", "NONE", "-spinStyle", "THREAD_YIELD"));
    } else if (!isLong()) {
      arguments.addAll(List.of("-strideSize", "64", "-strideCount", "2"));
    }
    return arguments;
  }

  /**
   * How many forks of such tests run side by side. Where a fork measures no longer than its JVM
   * takes to start, one starts while the other measures. Only what has more threads than there are
   * CPUs anyway bears that: where two actors must meet within nanoseconds, or one wakes the other,
   * a third running thread costs most of the samples that tell something. Twins that forget to wake
   * a thread are parked for most of their time. A plan that is no evidence need not care.
   */
  int lanes(ProofTest test) {
    if (this.equals(of(Plan.SMOKE))) {
      return 2;
    }
    if (isLong()) {
      return 1;
    }
    return switch (test.pace()) {
      case ACCESS, TERMINATION -> 1;
      case BLOCKING -> 2;
      case WAKING -> test.role() == Role.TWIN ? 3 : 1;
    };
  }

  private boolean isLong() {
    return heart.time().compareTo(LONG) >= 0;
  }

  /** Far more than any fork takes, also one that waits for a thread that does not end. */
  Duration forkLimit() {
    return Duration.ofMinutes(3).plus(heart.time().multipliedBy(4));
  }

  /** About how long one result takes. */
  Duration time(ProofTest test) {
    return FORK.plus(goesStale(test) ? UNTIL_STALE : series(test).time());
  }
}
