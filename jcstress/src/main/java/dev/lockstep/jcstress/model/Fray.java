/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Random;
import kotlin.Unit;
import org.pastalab.fray.core.TestRunner;
import org.pastalab.fray.core.command.Configuration;
import org.pastalab.fray.core.command.ExecutionInfo;
import org.pastalab.fray.core.command.LambdaExecutor;
import org.pastalab.fray.core.command.NetworkDelegateType;
import org.pastalab.fray.core.command.SystemTimeDelegateType;
import org.pastalab.fray.core.randomness.ControlledRandom;
import org.pastalab.fray.core.randomness.RandomnessProvider;
import org.pastalab.fray.core.scheduler.POSScheduler;
import org.pastalab.fray.runtime.DeadlockException;

/**
 * Puts a question to Fray. It lets one thread run at a time and draws by lot which one goes on,
 * wherever that can matter, until an answer is wrong, nobody can go on, or it has drawn often
 * enough.
 *
 * <p>The lots of a question are the same in every run: on the same JDK what is found once is, as a
 * rule, found again. Time is a number that Fray counts up, so a wait for a time ends sooner or
 * later than what it waits for as the schedule goes.
 */
final class Fray {

  /** A schedule in which threads have taken so many turns goes round in circles. */
  private static final int MOST_STEPS = 5_000;

  /** How far time goes on whenever a thread looks at it. */
  private static final long TICK_NANOS = 100_000;

  private final ModelCheck check;
  private final Path work;
  private final Play.Cast cast;
  private final long start = System.nanoTime();
  private int drawn;
  private int judged;
  private Play play;

  /** Who waited at the moment at which something was found; threads are ended then. */
  private String hung;

  private final Timeline timeline = new Timeline(_ -> hung = play.hung());

  private Fray(ModelCheck check, Path work) {
    this.check = check;
    this.work = work;
    cast = Play.Cast.of(check.question().scenario());
  }

  /**
   * The result of one check.
   *
   * @param most the most schedules that are tried
   * @param work a directory that Fray may empty and fill
   */
  static ModelResult check(ModelCheck check, int most, Path work) {
    ObjectUnderTest.createBy(check.subject());
    return new Fray(check, work).draw(most);
  }

  private ModelResult draw(int most) {
    while (drawn < most) {
      Throwable bug = new TestRunner(configuration(most - drawn)).run();
      if (bug != null && !circles()) {
        return result(bug);
      }
    }
    double seconds = ModelResult.secondsSince(start);
    return judged == 0
        ? ModelResult.failed(check.id(), 0, seconds, "No schedule came to its end.")
        : ModelResult.nothingFound(check.id(), judged, false, seconds);
  }

  private ModelResult result(Throwable bug) {
    double seconds = ModelResult.secondsSince(start);
    String wrong =
        switch (bug) {
          case WrongAnswerError answer -> answer.getMessage();
          case DeadlockException _ -> hung;
          default -> null;
        };
    return wrong == null
        ? ModelResult.failed(check.id(), judged, seconds, "The scheduler failed: " + bug)
        : ModelResult.broken(
            check.id(),
            judged + 1,
            seconds,
            wrong,
            wrong + "\n\n" + timeline.text(),
            timeline.interleaving());
  }

  /** Whether the last schedule was given up, and whatever it came to means nothing. */
  private boolean circles() {
    return timeline.steps() >= MOST_STEPS;
  }

  private Unit play() {
    drawn++;
    play = new Play(check.question(), cast);
    play.run();
    if (!circles()) {
      judged++;
    }
    return Unit.INSTANCE;
  }

  private Configuration configuration(int schedules) {
    RandomnessProvider lots =
        () ->
            new ControlledRandom(
                new ArrayList<>(),
                new ArrayList<>(),
                new Random(31L * drawn + check.id().hashCode()));
    Configuration configuration =
        new Configuration(
            new ExecutionInfo(
                new LambdaExecutor(this::play),
                /* ignoreUnhandledExceptions= */ false,
                /* interleaveMemoryOps= */ false,
                MOST_STEPS),
            work,
            schedules,
            /* timeout= */ Integer.MAX_VALUE,
            new POSScheduler(lots.getRandomness()),
            lots,
            /* fullSchedule= */ true,
            /* exploreMode= */ false,
            /* noExitWhenBugFound= */ true,
            /* isReplay= */ false,
            /* noFray= */ false,
            /* dummyRun= */ false,
            NetworkDelegateType.NONE,
            SystemTimeDelegateType.MOCK,
            TICK_NANOS,
            /* ignoreTimedBlock= */ false,
            /* sleepAsYield= */ true,
            /* resetClassLoader= */ false,
            /* redirectStdout= */ false,
            /* abortThreadExecutionAfterMainExit= */ true,
            /* resolveRacingOperationStackTraceHash= */ false,
            /* timelineCoverageType= */ null);
    configuration.getScheduleObservers().add(timeline);
    configuration.getTestStatusObservers().add(timeline);
    return configuration;
  }
}
