/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.judge.Words;
import dev.lockstep.reports.report.Exhibit;
import dev.lockstep.reports.report.Model;
import dev.lockstep.reports.report.Proof;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.report.Twin;
import dev.lockstep.reports.run.Quoted;
import dev.lockstep.reports.run.Witness;
import java.util.ArrayList;
import java.util.List;

/** Lays out what the model checker found as timelines and as a table. */
final class ModelViews {
  /** The race that every reader knows; its interleaving is the one to begin with. */
  private static final String FIRST = "counter:UNLOCKED";

  private static final int STEPS = 40;

  private final Report report;

  private ModelViews(Report report) {
    this.report = report;
  }

  /** Returns the second opinion, or null if none was asked. */
  static ModelsView of(Report report) {
    return report.models().isEmpty() ? null : new ModelViews(report).view();
  }

  /** Returns the interleavings of some models, without what the stress tests counted. */
  static List<ModelsView.Timeline> timelines(Report report, List<Model> models) {
    ModelViews views = new ModelViews(report);
    List<ModelsView.Timeline> all = new ArrayList<>();
    for (Model model : models) {
      all.add(views.timeline("witness-" + (all.size() + 1), model, List.of()));
    }
    return all;
  }

  private ModelsView view() {
    String first = first();
    List<ModelsView.Timeline> open = new ArrayList<>();
    List<ModelsView.Timeline> folded = new ArrayList<>();
    List<ModelsView.Row> rest = new ArrayList<>();
    for (Model model : report.models()) {
      if (model.interleaving() == null) {
        rest.add(row(model));
      } else {
        String id = "witness-" + (open.size() + folded.size() + 1);
        // What nobody expected is never folded away.
        (model.id().equals(first) || model.refuted() ? open : folded)
            .add(timeline(id, model, counts(model)));
      }
    }
    String checker = report.coverage().modelChecker();
    return new ModelsView(
        checker == null ? "" : "by " + checker + ", ",
        open,
        folded,
        rest,
        summary(),
        report.models().stream()
            .anyMatch(model -> model.interleaving() == null && !model.agrees()));
  }

  private String summary() {
    List<Model> shown =
        report.models().stream().filter(model -> model.interleaving() == null).toList();
    List<Model> clean = shown.stream().filter(Model::agrees).toList();
    String rest =
        clean.size() == shown.size()
            ? ""
            : "; %s without an interleaving to show".formatted(shown.size() - clean.size());
    return "nothing found in %s: %s interleavings tried, %s of the spaces to their end%s"
        .formatted(
            clean.size(),
            Words.count(
                clean.stream()
                    .mapToLong(each -> each.interleavings() == null ? 0 : each.interleavings())
                    .sum()),
            clean.stream().filter(each -> Boolean.TRUE.equals(each.exhausted())).count(),
            rest);
  }

  private String first() {
    String first = null;
    for (Model model : report.models()) {
      if (model.interleaving() != null && (first == null || model.id().equals(FIRST))) {
        first = model.id();
      }
    }
    return first;
  }

  private ModelsView.Timeline timeline(String id, Model model, List<ModelsView.Count> counts) {
    Witness witness = model.interleaving();
    List<ModelsView.Step> steps = new ArrayList<>();
    for (Witness.Step step : witness.steps()) {
      if (steps.size() < STEPS) {
        List<String> cells = new ArrayList<>();
        for (int thread = 1; thread <= witness.threads().size(); thread++) {
          cells.add(thread == step.thread() ? Quoted.line(step.text()) : "");
        }
        steps.add(new ModelsView.Step(Integer.toString(steps.size() + 1), cells));
      }
    }
    int left = witness.steps().size() - steps.size();
    return new ModelsView.Timeline(
        id,
        title(model),
        Words.checker(model.checker()),
        Quoted.line(model.scenario()),
        model.bug() == null ? "" : Quoted.line(model.bug()),
        Badge.of(model),
        witness.threads().stream().map(Quoted::name).toList(),
        steps,
        left == 0 ? "" : "and " + left + " more steps in the text",
        Quoted.line(witness.wrong()),
        Figures.link(witness.text()),
        counts);
  }

  private static String title(Model model) {
    String name = Quoted.name(model.name());
    return model.mutates() == null ? name : name + ", mutant of " + Quoted.name(model.mutates());
  }

  private ModelsView.Row row(Model model) {
    return new ModelsView.Row(
        title(model),
        Quoted.name(model.id()),
        Words.checker(model.checker()),
        Quoted.line(model.scenario()),
        Badge.of(model),
        model.interleavings() == null ? "–" : Figures.count(model.interleavings()),
        model.exhausted() == null ? "–" : model.exhausted() ? "yes" : "no");
  }

  private List<ModelsView.Count> counts(Model model) {
    List<ModelsView.Count> counts = new ArrayList<>();
    for (Proof proof : report.proofs()) {
      if (model.construct() != null
          && model.construct().equals(proof.construct())
          && proof.samples() > 0) {
        counts.add(
            new ModelsView.Count(
                Words.simple(proof.test()),
                PageName.ofTest(proof.test()),
                Badge.of(proof),
                proof.forbids() ? none(proof) : seen(proof.observed(), proof.samples())));
      }
    }
    for (Exhibit exhibit : report.exhibits()) {
      if (exhibit.construct().equals(model.construct()) && exhibit.samples() > 0) {
        counts.add(
            new ModelsView.Count(
                Words.simple(exhibit.test()),
                PageName.ofTest(exhibit.test()),
                Badge.of(exhibit),
                seen(exhibit.observed(), exhibit.samples())));
      }
    }
    for (Twin twin : report.twins()) {
      if (model.mutates() != null && model.mutates().equals(twin.mutates())) {
        counts.add(
            new ModelsView.Count(
                Words.simple(twin.test()),
                PageName.ofTest(twin.test()),
                Badge.of(twin),
                caught(twin)));
      }
    }
    return counts;
  }

  private static String none(Proof proof) {
    return proof.configurations().stream().allMatch(each -> each.forbidden() == 0)
        ? "nothing forbidden in " + Figures.samples(proof.samples()) + " samples"
        : proof.why();
  }

  private static String seen(long count, long samples) {
    return "seen %s times in %s samples"
        .formatted(Figures.samples(count), Figures.samples(samples));
  }

  private static String caught(Twin twin) {
    return twin.rate() == null
        ? "not run"
        : "seen: %s of %s samples"
            .formatted(Words.oneIn(twin.rate()), Figures.samples(twin.samples()));
  }
}
