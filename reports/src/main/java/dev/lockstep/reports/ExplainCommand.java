/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import dev.lockstep.reports.judge.Words;
import dev.lockstep.reports.run.JsonFile;
import dev.lockstep.reports.run.JsonView;
import dev.lockstep.reports.run.Quoted;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells in words all that a report knows of one construct, test, model or trial. */
@Command(
    name = "explain",
    description = "Tell all that a judged run knows of one construct, test, model or trial.",
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  @Option(names = "--run-dir", required = true, paramLabel = "DIR", description = "The judged run.")
  private Path run;

  @Parameters(
      paramLabel = "ID",
      description = "Such as counter:ATOMIC, LockedCounter.Atomic or the id of a model or trial.")
  private String id;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    JsonView report = JsonFile.object(run, "report.json");
    int found = 0;
    for (JsonView construct : report.list("constructs")) {
      if (construct.text("id").equals(id)) {
        String guarantee = construct.textOrNull("guarantee");
        out.println(
            Quoted.name(id)
                + " is "
                + Quoted.name(construct.text("label"))
                + (guarantee == null ? "." : ", guarantee " + guarantee + "."));
        found++;
      }
    }
    for (JsonView proof : report.list("proofs")) {
      if (id.equals(proof.textOrNull("construct")) || isTest(proof.text("test"))) {
        proof(out, proof);
        found++;
      }
    }
    for (JsonView exhibit : report.list("exhibits")) {
      if (id.equals(exhibit.text("construct")) || isTest(exhibit.text("test"))) {
        exhibit(out, exhibit);
        found++;
      }
    }
    for (JsonView twin : report.list("twins")) {
      if (id.equals(twin.textOrNull("mutates")) || isTest(twin.text("test"))) {
        twin(out, twin);
        found++;
      }
    }
    for (JsonView model : report.list("models")) {
      boolean named = id.equals(model.text("id"));
      if (named
          || id.equals(model.textOrNull("construct"))
          || id.equals(model.textOrNull("mutates"))) {
        model(out, model);
        found++;
      }
    }
    for (JsonView price : report.list("prices")) {
      if (id.equals(price.textOrNull("construct")) || price.text("trial").equals(id)) {
        price(out, price);
        found++;
      }
    }
    found += ExplainObservations.print(out, report, id);
    found += ExplainExecutors.print(out, report, id);
    if (found == 0) {
      throw new Failure(
          "%s: nothing in this run is called so; ids look like counter:ATOMIC or LockedCounter.Atomic."
              .formatted(Quoted.name(id)));
    }
    return 0;
  }

  private boolean isTest(String test) {
    return test.equals(id) || Words.simple(test).equals(id);
  }

  private static void proof(PrintWriter out, JsonView proof) {
    out.println();
    out.println("Proof " + Quoted.name(proof.text("test")));
    out.println("  " + proof.text("status") + ": " + proof.text("why") + ".");
    Double power = proof.numberOrNull("power");
    out.println(
        "  Template %s, %s, power %s%s"
            .formatted(
                Quoted.name(proof.text("template")),
                proof.count("forks") + (proof.count("forks") == 1 ? " fork" : " forks"),
                power == null ? "–" : Words.figure(power),
                proof.flag("heart") ? ", of the heart" : ""));
    for (JsonView each : proof.list("controls")) {
      Double rate = each.numberOrNull("rate");
      Double given = each.numberOrNull("power");
      out.println(
          "  Forbids %s (%s): %s%s, %s; %s%s"
              .formatted(
                  Quoted.name(each.text("outcome")),
                  Quoted.line(each.text("means")),
                  each.flag("widened") ? "widened " : "",
                  Words.simple(each.text("twin")),
                  Quoted.line(each.text("differs")),
                  rate == null ? "not run" : "rate " + Words.oneIn(rate),
                  given == null ? ", gives no power" : ", power " + Words.figure(given)));
    }
    configurations(out, proof);
  }

  private static void exhibit(PrintWriter out, JsonView exhibit) {
    out.println();
    out.println("Exhibit " + Quoted.name(exhibit.text("test")));
    out.println("  " + exhibit.text("status") + ": " + exhibit.text("why") + ".");
    configurations(out, exhibit);
  }

  private static void configurations(PrintWriter out, JsonView test) {
    for (JsonView each : test.list("configurations")) {
      String why = each.textOrNull("why");
      out.println(
          "  %s: %s, %s samples, %s, outcomes %s%s"
              .formatted(
                  Quoted.name(each.text("name")),
                  each.text("verdict"),
                  Words.count(each.count("samples")),
                  each.text("status"),
                  Quoted.line(each.longsByName("outcomes").toString()),
                  why == null ? "" : "; " + Quoted.line(why)));
    }
  }

  private static void twin(PrintWriter out, JsonView twin) {
    String mutates = twin.textOrNull("mutates");
    out.println();
    out.println(
        (mutates == null ? "Twin " : "Mutant of " + Quoted.name(mutates) + ": ")
            + Quoted.name(twin.text("test")));
    out.println("  Its bug: " + Quoted.line(twin.text("bug")));
    Double rate = twin.numberOrNull("rate");
    out.println(
        "  %s, %s%s; %s"
            .formatted(
                twin.text("role"),
                twin.flag("widened") ? "widened, " : "",
                twin.flag("caught") ? "caught" : rate == null ? "not run" : "not caught here",
                rate == null
                    ? "no samples"
                    : "%s: %s, the median of %s forks, %s samples"
                        .formatted(
                            Quoted.line(twin.text("outcome")),
                            Words.oneIn(rate),
                            twin.count("forks"),
                            Words.count(twin.count("samples")))));
    out.println("  Proofs that name it as a control: " + twin.count("proofs"));
  }

  private static void model(PrintWriter out, JsonView model) {
    out.println();
    out.println("Model " + Quoted.name(model.text("id")));
    out.println("  Checker: " + model.text("checker"));
    out.println("  Scenario: " + Quoted.line(model.text("scenario")));
    out.println(
        "  expected %s, found %s: %s"
            .formatted(
                model.text("expect"), model.text("outcome"), Quoted.line(model.text("why"))));
    JsonView interleaving = model.objectOrNull("interleaving");
    if (interleaving != null) {
      List<String> threads = interleaving.texts("threads");
      for (JsonView step : interleaving.list("steps")) {
        out.println(
            "    %s: %s"
                .formatted(
                    Quoted.name(threads.get(step.smallCount("thread") - 1)),
                    Quoted.line(step.text("text"))));
      }
      out.println("  Witness: " + Quoted.line(model.text("witness")));
    }
  }

  private static void price(PrintWriter out, JsonView price) {
    out.println();
    out.println("Trial " + Quoted.name(price.text("trial")));
    Double score = price.numberOrNull("score");
    if (score == null) {
      out.println("  " + price.text("status") + ", no price.");
    } else {
      List<Double> interval = price.numbers("interval");
      out.println(
          "  %s %s%s from %s forks"
              .formatted(
                  Words.figure(score),
                  Quoted.name(price.text("unit")),
                  interval.size() < 2
                      ? ""
                      : " [%s, %s]"
                          .formatted(Words.figure(interval.get(0)), Words.figure(interval.get(1))),
                  price.count("forks")));
    }
    Double cpu = price.numberOrNull("cpuPerOp");
    if (cpu != null) {
      out.println("  CPU time " + Words.figure(cpu) + " ns per operation");
    }
    Double lost = price.numberOrNull("lostFraction");
    if (lost != null) {
      out.println("  Updates lost: " + Words.percent(lost));
    }
    String flame = price.textOrNull("flame");
    out.println(
        flame == null
            ? "  No flame graph: " + Quoted.name(String.valueOf(price.textOrNull("flameWhy")))
            : "  Flame graph: " + Quoted.line(flame));
    for (JsonView graph : price.list("flames")) {
      if (graph.has("html") && !graph.text("html").equals(flame)) {
        out.println("  Flame graph: " + Quoted.line(graph.text("html")));
      }
    }
    price.texts("notes").forEach(note -> out.println("  " + Quoted.line(note)));
  }
}
