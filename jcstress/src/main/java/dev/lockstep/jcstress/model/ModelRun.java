/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.jcstress.run.PlannedConstructs;
import dev.lockstep.run.Budget;
import dev.lockstep.run.Code;
import dev.lockstep.run.Harness;
import dev.lockstep.run.Json;
import dev.lockstep.run.Needs;
import dev.lockstep.run.Planned;
import dev.lockstep.run.Progress;
import dev.lockstep.run.RunDirectory;
import dev.lockstep.run.RunRequest;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks the checkers what a plan asks and writes the answers into a run directory, each kept as soon
 * as it is there. Goes on where a killed run stopped, check by check. Exits 0 once what happened is
 * recorded, good or bad; judging is not its business.
 */
public final class ModelRun {

  private static final String WORK = "models";
  private static final String RESULTS = "models.json";
  private static final String WITNESSES = "witnesses";

  private final RunRequest request;
  private final ModelPlan plan;
  private final Images images;
  private final RunDirectory directory;
  private final PrintStream out;
  private final Budget budget;

  private ModelRun(RunRequest request, Images images, RunDirectory directory, PrintStream out) {
    this.request = request;
    this.plan = ModelPlan.of(request.plan());
    this.images = images;
    this.directory = directory;
    this.out = out;
    Needs needs = Needs.of(request.plan());
    this.budget = request.budget().share(needs.models(), needs.prices() + needs.rest());
  }

  public static void main(String[] arguments) {
    Harness.main(ModelRun.class, arguments, request -> run(request, FrayImage::get, System.out));
  }

  /** Where the JDK for Fray comes from. */
  @FunctionalInterface
  interface Images {
    FrayImage get(PrintStream out)
        throws FrayImage.UnavailableException, IOException, InterruptedException;
  }

  static void run(RunRequest request, Images images, PrintStream out)
      throws IOException, InterruptedException {
    try (RunDirectory directory =
        RunDirectory.open(
            request,
            Code.of(ModelRun.class),
            "models",
            Code.digest(ModelRun.class),
            List.of(WORK, RESULTS, WITNESSES))) {
      new ModelRun(request, images, directory, out).run();
    }
  }

  private void run() throws IOException, InterruptedException {
    if (directory.complete()) {
      out.println("Models: all results are recorded already.");
      return;
    }
    List<ModelCheck> checks = new ArrayList<>(ModelChecks.upTo(plan.mutants()));
    List<Planned.NotRun> notRun = new ArrayList<>(ModelChecks.notRun());
    notRun.addAll(ModelChecks.beyond(plan.mutants()));
    List<Lane> lanes = new ArrayList<>();
    lanes.add(new Lane(Checker.LINCHECK, CheckerJvm.lincheck()));
    try {
      lanes.add(new Lane(Checker.FRAY, CheckerJvm.fray(images.get(out))));
    } catch (FrayImage.UnavailableException e) {
      out.printf("Models: Fray is not asked, since %s.%n", e.getMessage());
      checks.removeIf(check -> check.checker() == Checker.FRAY);
      notRun.addAll(ModelChecks.notRun(Checker.FRAY, e.getMessage()));
    }
    directory.plan(
        Planned.Share.MODELS,
        Planned.models(
            request.plan(),
            PlannedConstructs.all(),
            checks.stream().map(ModelCheck::planned).toList(),
            notRun));
    out.printf(
        "Models: %d checks of up to %,d interleavings or %,d schedules, about %s min.%n",
        checks.size(),
        plan.lincheck().interleavings(),
        plan.fray().interleavings(),
        Progress.clock(plan.time(checks)));
    Files.createDirectories(directory.path().resolve(WORK));
    int notReached = execute(checks, lanes);
    publish(checks, notReached);
  }

  /** A checker and the begin of the command of its JVM; the lanes run side by side. */
  private record Lane(Checker checker, List<String> command) {}

  /** Makes all checks; how many the budget did not reach. */
  private int execute(List<ModelCheck> checks, List<Lane> lanes)
      throws IOException, InterruptedException {
    Progress progress = Progress.on(out, checks.size(), plan.time(checks));
    progress.alreadyDone((int) checks.stream().filter(check -> Files.exists(file(check))).count());
    List<Future<Integer>> left = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(lanes.size())) {
      for (Lane lane : lanes) {
        List<ModelCheck> own =
            checks.stream().filter(check -> check.checker() == lane.checker()).toList();
        left.add(threads.submit(() -> execute(own, lane, progress)));
      }
      int missing = 0;
      try {
        for (Future<Integer> each : left) {
          missing += each.get();
        }
      } catch (ExecutionException e) {
        throw new IOException(e.getCause());
      } finally {
        threads.shutdownNow();
      }
      if (missing > 0) {
        progress.note(
            "The models' share of the budget of %s is used up: %d models are not reached; give more with -Dbudget."
                .formatted(budget, missing));
      }
      return missing;
    }
  }

  /** Makes the checks of one lane; how many are left when the budget is used up. */
  private int execute(List<ModelCheck> checks, Lane lane, Progress progress)
      throws IOException, InterruptedException {
    ModelPlan.Depth depth = plan.depth(lane.checker());
    Path work = directory.path().resolve(WORK);
    Path log = work.resolve(lane.checker().name().toLowerCase(Locale.ROOT) + ".log");
    List<ModelCheck> left = new ArrayList<>(checks);
    left.removeIf(check -> Files.exists(file(check)));
    while (!left.isEmpty() && !budget.isUsedUp()) {
      List<String> ids = left.stream().map(ModelCheck::id).toList();
      try (CheckerJvm jvm =
          CheckerJvm.start(lane.command(), work, log, depth.interleavings(), ids)) {
        boolean alive = true;
        while (alive && !left.isEmpty() && !budget.isUsedUp()) {
          alive = await(jvm, left.removeFirst(), depth, progress);
        }
      }
    }
    return left.size();
  }

  /** Whether the checker is still alive afterwards; if it is not, that is this check's result. */
  private boolean await(CheckerJvm jvm, ModelCheck check, ModelPlan.Depth depth, Progress progress)
      throws IOException, InterruptedException {
    progress.running(check.id());
    long start = System.nanoTime();
    String failure = jvm.await(file(check), depth.limit());
    if (failure != null) {
      directory.write(
          WORK + "/" + check.fileName() + ".json",
          ModelResult.failed(check.id(), 0, ModelResult.secondsSince(start), failure));
    }
    progress.done(describe(check, Json.read(file(check), ModelResult.class)));
    return failure == null;
  }

  private static String describe(ModelCheck check, ModelResult result) {
    String tried = check.checker() == Checker.FRAY ? "schedule" : "interleaving";
    return switch (result.outcome()) {
      case NOTHING_FOUND ->
          "%s · nothing found in %s%,d %ss"
              .formatted(
                  result.id(), result.exhausted() ? "all " : "", result.interleavings(), tried);
      case BROKEN ->
          "%s · broken by %s %,d: %s"
              .formatted(result.id(), tried, result.interleavings(), result.wrong());
      case FAILED -> result.id() + " · " + result.message();
    };
  }

  private Path file(ModelCheck check) {
    return directory.path().resolve(WORK).resolve(check.fileName() + ".json");
  }

  private void publish(List<ModelCheck> checks, int notReached) throws IOException {
    Set<String> own = OwnSources.names();
    List<ModelFile.Result> results = new ArrayList<>();
    for (ModelCheck check : checks) {
      if (Files.exists(file(check))) {
        ModelResult result = Json.read(file(check), ModelResult.class);
        results.add(publish(check, result, own));
      }
    }
    directory.write(RESULTS, ModelFile.of(results));
    directory.completed(notReached);
    out.printf("Models: %d results recorded.%n", results.size());
  }

  private ModelFile.Result publish(ModelCheck check, ModelResult result, Set<String> own) {
    String witness = null;
    if (result.outcome() == Outcome.BROKEN) {
      String name = WITNESSES + "/" + check.fileName();
      witness = name + ".json";
      directory.write(name + ".txt", result.text().getBytes(StandardCharsets.UTF_8));
      directory.write(witness, Witness.of(result, own, name + ".txt"));
    }
    return new ModelFile.Result(
        result.id(),
        check.checker(),
        result.outcome(),
        result.interleavings(),
        result.exhausted(),
        result.seconds(),
        result.message(),
        witness);
  }
}
