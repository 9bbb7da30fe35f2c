/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.core.run.Progress;
import dev.lockstep.core.run.RunDirectory;
import dev.lockstep.jmh.profile.FlameRecorder;
import dev.lockstep.jmh.profile.Flames;
import dev.lockstep.jmh.profile.Profiling;
import dev.lockstep.jmh.profile.WorkerAgent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One more fork of each trial, for its flame graph alone. */
record ProfilePass(
    PricePlan plan, RunDirectory directory, TrialStore store, ForkRunner forks, Progress progress) {

  private static final String EVENT = "cpu";

  /** An iteration that takes so many times its length, start of the JVM included, waits for one. */
  private static final int SLOW = 5;

  void run(List<Trial> trials) throws IOException, InterruptedException {
    List<Trial> open = new ArrayList<>();
    for (Trial trial : trials) {
      if (store.profile(trial).isPresent() || !store.hasPrice(trial)) {
        progress.alreadyDone(1);
      } else {
        open.add(trial);
      }
    }
    Profiling profiling =
        open.isEmpty() ? new Profiling(true, null) : Profiling.probe(EVENT, List.of());
    if (profiling.available()) {
      record(open);
      return;
    }
    progress.note(profiling.why());
    for (Trial trial : open) {
      store.keep(trial, TrialRecord.Profile.none("UNAVAILABLE", profiling.why()));
      progress.alreadyDone(1);
    }
  }

  /** While one fork is recorded, the recording of the last is made a flame graph. */
  private void record(List<Trial> open) throws IOException, InterruptedException {
    Optional<WorkerAgent> agent = WorkerAgent.unpack();
    try (ExecutorService converter = Executors.newSingleThreadExecutor()) {
      Future<?> last = CompletableFuture.completedFuture(null);
      for (Trial trial : open) {
        progress.running(trial.id() + " · profile");
        Path flames = directory.path().resolve("flames").resolve(trial.id());
        RunDirectory.delete(flames);
        Files.createDirectories(flames);
        ForkRunner.Ended ended = forks.profile(trial, profileSeries(trial), EVENT, flames, agent);
        await(last);
        last = converter.submit(() -> keep(trial, profile(trial, ended, flames)));
      }
      await(last);
    } finally {
      if (agent.isPresent()) {
        agent.get().close();
      }
    }
  }

  private static void await(Future<?> conversion) throws IOException, InterruptedException {
    try {
      conversion.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException refused) {
        throw refused;
      }
      throw new IOException(e.getCause().getMessage(), e.getCause());
    }
  }

  private Void keep(Trial trial, TrialRecord.Profile profile) {
    store.keep(trial, profile);
    progress.done("%s · profile %s".formatted(trial.id(), said(profile)));
    return null;
  }

  private static String said(TrialRecord.Profile profile) {
    return profile.why() == null
        ? "%d samples (%s)".formatted(profile.samples(), profile.engine())
        : "FAILED: " + profile.why();
  }

  private static TrialRecord.Profile profile(Trial trial, ForkRunner.Ended ended, Path flames)
      throws IOException {
    String id = trial.id();
    Path recording = flames.resolve(id + FlameRecorder.ENDING);
    List<Path> workers = WorkerAgent.recordings(flames);
    try {
      if (ended instanceof ForkRunner.Failed failed) {
        return TrialRecord.Profile.none("FAILED", failed.failure().message());
      }
      Flames made = Flames.convert(recording, workers, flames, id);
      String path = "flames/" + id + "/";
      return TrialRecord.Profile.recorded(
          made.engine(), made.samples(), path + Flames.HTML, path + Flames.COLLAPSED);
    } catch (IOException e) {
      return TrialRecord.Profile.none(
          "FAILED", "No flame graph could be made: %s.".formatted(e.getMessage()));
    } finally {
      Files.deleteIfExists(recording);
      for (Path worker : workers) {
        Files.deleteIfExists(worker);
      }
      if (isEmpty(flames)) {
        Files.delete(flames);
      }
    }
  }

  private static boolean isEmpty(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.findAny().isEmpty();
    }
  }

  /**
   * As many single shots as take about as long as the iterations of the other profiles, and as many
   * iterations where one operation outlasts them.
   */
  private Series profileSeries(Trial trial) {
    Optional<TrialRecord.Fork> fork = store.forks(trial).stream().findFirst();
    return profileSeries(plan.profile(), trial.series(), fork.orElse(null));
  }

  /**
   * The same.
   *
   * @param usual of the other profiles
   * @param scored of the forks that were scored
   * @param fork one of them, or null
   */
  static Series profileSeries(Series usual, Series scored, TrialRecord.Fork fork) {
    long millis = usual.duration().toMillis();
    if (scored.millis() == 0) {
      double shot = fork == null ? 50.0 : Steadiness.median(fork.measurement());
      return new Series(0, Math.clamp(Math.round(millis / shot), scored.measurements(), 200), 0);
    }
    double iteration = fork == null ? 0 : 1000 * fork.seconds() / iterations(scored);
    boolean outlasts = iterations(scored) < iterations(usual) && iteration > SLOW * scored.millis();
    return outlasts
        ? new Series(
            0, Math.clamp(Math.round(millis / iteration), 1, usual.measurements()), usual.millis())
        : usual;
  }

  private static int iterations(Series series) {
    return series.warmups() + series.measurements();
  }
}
