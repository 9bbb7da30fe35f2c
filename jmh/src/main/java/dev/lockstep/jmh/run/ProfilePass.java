/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.jmh.profile.FlameRecorder;
import dev.lockstep.jmh.profile.Flames;
import dev.lockstep.jmh.profile.Graph;
import dev.lockstep.jmh.profile.Profiling;
import dev.lockstep.jmh.profile.WorkerAgent;
import dev.lockstep.run.Progress;
import dev.lockstep.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * More forks of each trial, for its flame graphs alone: first all of them are recorded, then the
 * graphs are made, when nothing is measured any more. A recording that an earlier start of the run
 * has left is as good as a new one.
 */
record ProfilePass(
    PricePlan plan, RunDirectory directory, TrialStore store, ForkRunner forks, Progress progress) {

  /** Of a cold start each JVM has one to show, and not many samples of it. */
  private static final int COLD_JVMS = 5;

  /** What gives some hundred samples on each CPU, if it works. */
  private static final int LEAST_MILLIS = 200;

  /** To begin and end a recording takes some milliseconds, for each iteration anew. */
  private static final int MOST = 40;

  void run(List<Trial> trials) throws IOException, InterruptedException {
    List<Trial> open = new ArrayList<>();
    for (Trial trial : trials) {
      if (store.profile(trial).isPresent() || !store.hasPrice(trial)) {
        progress.alreadyDone(1);
      } else {
        open.add(trial);
      }
    }
    List<Trial> unrecorded = open.stream().filter(trial -> !isRecorded(trial)).toList();
    progress.alreadyDone(open.size() - unrecorded.size());
    if (!unrecorded.isEmpty()) {
      record(unrecorded);
    }
    for (Trial trial : open) {
      if (isRecorded(trial)) {
        convert(trial);
      }
    }
  }

  private void record(List<Trial> unrecorded) throws IOException, InterruptedException {
    Profiling profiling = Profiling.probe("cpu", List.of());
    if (!profiling.available()) {
      progress.note(profiling.why());
      for (Trial trial : unrecorded) {
        store.keep(trial, TrialRecord.Profile.none("UNAVAILABLE", profiling.why()));
        progress.alreadyDone(1);
      }
      return;
    }
    Optional<WorkerAgent> agent = WorkerAgent.unpack();
    try {
      for (Trial trial : unrecorded) {
        progress.running(trial.id() + " · profile");
        Optional<TrialRecord.Failure> failure = record(trial, agent);
        failure.ifPresent(
            why -> store.keep(trial, TrialRecord.Profile.none("FAILED", why.message())));
        progress.done(
            "%s · profile %s"
                .formatted(
                    trial.id(), failure.map(why -> "FAILED: " + why.message()).orElse("recorded")));
      }
    } finally {
      if (agent.isPresent()) {
        agent.get().close();
      }
    }
  }

  /** Records each JVM that is missing. A directory has its name once the recording is whole. */
  private Optional<TrialRecord.Failure> record(Trial trial, Optional<WorkerAgent> agent)
      throws IOException {
    List<TrialRecord.Fork> scored = store.forks(trial);
    Series series =
        series(
            Steadiness.next(trial.series(), scored), scored.isEmpty() ? null : scored.getFirst());
    for (int number = 1; number <= jvms(trial); number++) {
      if (isRecorded(trial, number)) {
        continue;
      }
      Path writing = flames(trial).resolve(".writing");
      RunDirectory.delete(writing);
      Files.createDirectories(writing);
      Path workers = WorkerAgent.directory(writing);
      try {
        ForkRunner.Ended ended =
            forks.profile(
                trial,
                series,
                trial.graphs(plan.graphs()),
                writing,
                agent.map(it -> it.argument(workers)));
        if (ended instanceof ForkRunner.Failed(TrialRecord.Failure failure, String _)) {
          RunDirectory.delete(flames(trial));
          return Optional.of(failure);
        }
        for (Path worker : WorkerAgent.recordings(workers)) {
          Files.move(worker, writing.resolve(worker.getFileName()));
        }
      } finally {
        RunDirectory.delete(workers);
      }
      Files.move(writing, jvm(trial, number));
    }
    return Optional.empty();
  }

  private Path flames(Trial trial) {
    return directory.path().resolve("flames").resolve(trial.id());
  }

  private Path jvm(Trial trial, int number) {
    return flames(trial).resolve("jvm-" + number);
  }

  private boolean isRecorded(Trial trial, int number) {
    return Files.exists(jvm(trial, number).resolve(trial.id() + FlameRecorder.ENDING));
  }

  private boolean isRecorded(Trial trial) {
    for (int number = 1; number <= jvms(trial); number++) {
      if (!isRecorded(trial, number)) {
        return false;
      }
    }
    return true;
  }

  private void convert(Trial trial) throws IOException {
    TrialRecord.Profile profile = profile(trial);
    if (profile.why() != null) {
      progress.note("%s · %s".formatted(trial.id(), profile.why()));
    }
    store.keep(trial, profile);
    for (int number = 1; number <= jvms(trial); number++) {
      RunDirectory.delete(jvm(trial, number));
    }
  }

  private TrialRecord.Profile profile(Trial trial) throws IOException {
    List<Flames.Jvm> jvms = new ArrayList<>();
    for (int number = 1; number <= jvms(trial); number++) {
      Path jvm = jvm(trial, number);
      jvms.add(
          new Flames.Jvm(
              jvm.resolve(trial.id() + FlameRecorder.ENDING), WorkerAgent.recordings(jvm)));
    }
    try {
      Flames made = Flames.convert(jvms, trial.graphs(plan.graphs()), flames(trial), trial.id());
      return TrialRecord.Profile.recorded(
          made.engine(),
          jvms.size(),
          made.graphs().stream().map(graph -> graph(trial, graph)).toList());
    } catch (IOException e) {
      return TrialRecord.Profile.none(
          "FAILED", "No flame graph could be made: %s.".formatted(e.getMessage()));
    }
  }

  private static TrialRecord.Graph graph(Trial trial, Flames.Made made) {
    Graph graph = made.graph();
    boolean there = made.samples() > 0;
    String path = "flames/" + trial.id() + "/";
    return new TrialRecord.Graph(
        graph.id(),
        made.samples(),
        there ? path + graph.html() : null,
        there ? path + graph.collapsed() : null,
        Math.round(made.compilerShare() * 1e4) / 1e4,
        graph.isOfWaiting() && trial.isOnVirtualThreads());
  }

  /** How many JVMs are recorded for one graph. */
  static int jvms(Trial trial) {
    return trial.role() == Trial.Role.COLD ? COLD_JVMS : 1;
  }

  /**
   * The iterations of the scored forks, and more after the same warm-up where they are too short
   * for a graph. What is cold has one shot.
   *
   * @param fork one that was scored, or null
   */
  static Series series(Series scored, TrialRecord.Fork fork) {
    double iteration = scored.millis();
    if (iteration == 0 && (fork == null || scored.warmups() + scored.measurements() == 1)) {
      return scored;
    }
    if (iteration == 0) {
      iteration = Steadiness.median(fork.measurement()) * Series.millis(fork.unit());
    }
    long enough = (long) Math.ceil(LEAST_MILLIS / Math.max(iteration, 1e-3));
    int measurements = Math.max(scored.measurements(), (int) Math.min(enough, MOST));
    return new Series(scored.warmups(), scored.warmupMillis(), measurements, scored.millis());
  }
}
