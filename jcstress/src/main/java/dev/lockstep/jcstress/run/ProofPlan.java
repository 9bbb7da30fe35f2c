/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import dev.lockstep.core.run.Plan;
import dev.lockstep.jcstress.proof.Pace;
import dev.lockstep.jcstress.proof.ProofTest;
import dev.lockstep.jcstress.proof.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What each plan proves: the one place that holds these numbers.
 *
 * @param heart iterations of a fork of the counters' proofs
 * @param other iterations of a fork of all other tests
 * @param forks of one test in one configuration
 * @param stressForks the same for the configuration with C2's randomised optimisations, where every
 *     fork has its own seed
 * @param split of which tests the two actors are compiled by different compilers, too: 14
 *     configurations instead of 4
 * @param heartIn the configurations of the counters' proofs
 * @param racesIn those of the counters' races, which have to show in one of them only
 * @param otherIn those of all other proofs
 * @param stale whether tests take part that wait 30 seconds for a thread that does not end
 * @param oneByOne whether tests take part that ask one by one what another one asks at once
 * @param options which proofs also run with the options that users choose
 * @param heartFloor least number of samples of a counter's proof, over all configurations
 * @param accessFloor the same of another proof whose sample takes nanoseconds
 * @param queueFloor the same if every sample makes a queue, which takes longer than using it
 * @param handOffFloor the same if a sample takes microseconds
 * @param terminationFloor the same if it takes a millisecond
 * @param target number of samples of a counter's proof up to which the run goes on as long as its
 *     budget lasts; missing it is no failure, it only widens the bound
 */
record ProofPlan(
    Series heart,
    Series other,
    int forks,
    int stressForks,
    Split split,
    Set<Choice> heartIn,
    Set<Choice> racesIn,
    Set<Choice> otherIn,
    boolean stale,
    boolean oneByOne,
    Set<String> options,
    long heartFloor,
    long accessFloor,
    long queueFloor,
    long handOffFloor,
    long terminationFloor,
    long target) {

  /** Iterations of so many milliseconds. */
  record Series(int iterations, int millis) {
    Duration time() {
      return Duration.ofMillis((long) iterations * millis);
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
  private static final Duration FORK = Duration.ofMillis(450);

  private static final Duration LONG = Duration.ofSeconds(2);

  private static final String QUEUES = "dev.lockstep.jcstress.queue.";

  /** The classes of tests that ask one by one. */
  private static final Set<String> ONE_BY_ONE =
      Set.of(QUEUES + "QueueProducers.", QUEUES + "QueueConsumers.", QUEUES + "QueuePublication.");

  private static final Duration UNTIL_STALE = Duration.ofSeconds(30);

  /** A configuration may be slower than the others, as the interpreter is, but not dead. */
  private static final int SHARE_OF_A_CONFIGURATION = 1_000;

  static ProofPlan of(Plan plan) {
    return switch (plan) {
      case SMOKE ->
          new ProofPlan(
              new Series(1, 100),
              new Series(1, 200),
              1,
              1,
              Split.NONE,
              Set.of(Choice.C2),
              Set.of(Choice.C2),
              Set.of(Choice.C2),
              false,
              false,
              Set.of(),
              1_000,
              1_000,
              1_000,
              10,
              1,
              0);
      case QUICK ->
          new ProofPlan(
              new Series(2, 300),
              new Series(1, 200),
              1,
              1,
              Split.NONE,
              Choice.COMPILED,
              Set.of(Choice.C2),
              Set.of(Choice.C2),
              false,
              false,
              Set.of("counter:SYNCHRONIZED"),
              10_000_000,
              200_000,
              20_000,
              500,
              25,
              0);
      case NIGHTLY ->
          new ProofPlan(
              new Series(4, 1_000),
              new Series(2, 1_000),
              1,
              1,
              Split.HEART,
              Choice.ALL,
              Choice.ALL,
              Choice.ALL,
              true,
              true,
              Set.of("counter:", "lock:", "publication:"),
              300_000_000,
              5_000_000,
              500_000,
              5_000,
              1_000,
              3_000_000_000L);
      case FULL ->
          new ProofPlan(
              new Series(30, 1_000),
              new Series(10, 1_000),
              1,
              3,
              Split.ALL,
              Choice.ALL,
              Choice.ALL,
              Choice.ALL,
              true,
              true,
              Set.of("counter:", "lock:", "publication:", "sync:", "future:"),
              3_000_000_000L,
              200_000_000,
              10_000_000,
              200_000,
              10_000,
              10_000_000_000L);
    };
  }

  /** Whether this is one of the tests that the suite stands on: a counter's, and no mutant. */
  static boolean isHeart(ProofTest test) {
    return test.role() == Role.PROOF
        && test.pace() == Pace.ACCESS
        && test.test().startsWith("dev.lockstep.jcstress.counter.");
  }

  /** Whether seeing what it must costs 30 seconds of waiting for a thread that does not end. */
  static boolean goesStale(ProofTest test) {
    return test.pace() == Pace.TERMINATION && test.mustObserve().contains("STALE");
  }

  /** Whether this asks for itself a question that every queue's first test asks, too. */
  static boolean isOneOfMany(ProofTest test) {
    return ONE_BY_ONE.stream().anyMatch(test.test()::startsWith);
  }

  private static boolean isOfQueue(ProofTest test) {
    return test.test().startsWith(QUEUES);
  }

  /** Why this plan leaves a test out on any machine; null if it does not. */
  String whyNot(ProofTest test) {
    if (!stale && goesStale(test)) {
      return "waits 30 seconds for a thread that does not end; run a longer plan";
    }
    if (!oneByOne && isOneOfMany(test)) {
      return "asks for itself what QueueSafety asks at once with more; run a longer plan";
    }
    return null;
  }

  /** The samples without which a test proves nothing; a twin has only to be caught. */
  long floor(ProofTest test) {
    if (test.role() == Role.TWIN || goesStale(test)) {
      return 1;
    }
    if (isHeart(test)) {
      return heartFloor;
    }
    return switch (test.pace()) {
      case ACCESS -> isOfQueue(test) ? queueFloor : accessFloor;
      case HAND_OFF -> handOffFloor;
      case TERMINATION -> terminationFloor;
    };
  }

  /** The samples without which a configuration has said nothing. */
  long configurationFloor(ProofTest test) {
    return Math.max(1, floor(test) / SHARE_OF_A_CONFIGURATION);
  }

  /** The number of samples up to which it is worth going on; zero for all but the heart. */
  long target(ProofTest test) {
    return isHeart(test) && test.mustObserve().isEmpty() ? target : 0;
  }

  /** The configurations of a test. A twin has only to be caught, so the quickest will do. */
  Set<Choice> choices(ProofTest test) {
    if (isHeart(test)) {
      return test.mustObserve().isEmpty() ? heartIn : racesIn;
    }
    if (test.role() == Role.TWIN || goesStale(test)) {
      return otherIn.containsAll(Choice.COMPILED) ? Choice.COMPILED : Set.of(Choice.C2);
    }
    return otherIn;
  }

  /** Whether actors are to be compiled by different compilers. */
  boolean splits(ProofTest test) {
    boolean chosen =
        switch (split) {
          case NONE -> false;
          case HEART -> isHeart(test);
          case ALL -> test.role() != Role.TWIN;
        };
    return chosen && test.actors() == 2;
  }

  /** The options that a user may have chosen, each in a configuration of its own. */
  List<UserOption> options(ProofTest test) {
    boolean chosen =
        test.role() == Role.PROOF
            && test.pace() == Pace.ACCESS
            && test.mustObserve().isEmpty()
            && test.actors() == 2
            && options.stream().anyMatch(test.construct()::startsWith);
    return chosen ? List.of(UserOption.values()) : List.of();
  }

  Series series(ProofTest test) {
    return isHeart(test) ? heart : other;
  }

  /**
   * What jcstress's own command line would be given. Before it measures, jcstress enlarges its
   * strides step by step; where a sample takes microseconds that alone would take many times the
   * measured time, so hand-offs get short strides. Their actors are not pinned either: threads that
   * a pinned actor starts would inherit its one CPU. Short forks enlarge their strides less far,
   * and do not touch all of their heap first: either would take them half as long as what they
   * measure.
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
                "-pth", String.valueOf(isLong()),
                "-jvmArgsPrepend", String.join(" ", ForkJvm.ARGUMENTS)));
    if (test.pace() == Pace.HAND_OFF) {
      arguments.addAll(List.of("-strideSize", "32", "-strideCount", "1", "-af", "NONE"));
    } else if (!isLong()) {
      arguments.addAll(List.of("-strideCount", "10"));
    }
    return arguments;
  }

  /**
   * How many forks of tests that are not of the heart run side by side. Where a fork measures no
   * longer than its JVM takes to start, one starts while the other measures.
   */
  int lanes() {
    return isLong() ? 1 : 2;
  }

  private boolean isLong() {
    return heart.time().compareTo(LONG) >= 0;
  }

  /** About how long one result takes. */
  Duration time(ProofTest test) {
    return FORK.plus(goesStale(test) ? UNTIL_STALE : series(test).time());
  }
}
