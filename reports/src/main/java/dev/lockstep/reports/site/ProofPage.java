/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.judge.Words;
import dev.lockstep.reports.report.Configuration;
import dev.lockstep.reports.report.Exhibit;
import dev.lockstep.reports.report.Model;
import dev.lockstep.reports.report.Proof;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.run.JcstressResult;
import dev.lockstep.reports.run.PlannedTest;
import dev.lockstep.reports.run.Quoted;
import dev.lockstep.reports.run.RunData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that is known of one stress test: a proof, a twin or an exhibit. Links are relative to
 * the first page.
 *
 * @param name its class and what is nested in it
 * @param role what it is for
 * @param asked what must be seen and what must not, a sentence each
 * @param why what it is worth, in a sentence
 * @param held why it says no more, or an empty text
 * @param rows each forbidden row beside its twins
 * @param restOn of a twin, the proofs that have their power from it
 * @param witnesses how the construct, or a broken copy of it, breaks step by step
 * @param command what runs it again, or an empty text
 */
public record ProofPage(
    String test,
    String name,
    String role,
    Badge badge,
    List<String> asked,
    String why,
    String held,
    List<TrialPage.Fact> facts,
    OutcomeTable outcomes,
    List<SideBySide> rows,
    List<TrialPage.Tested> restOn,
    List<ModelsView.Timeline> witnesses,
    String command) {

  static String role(Proof proof) {
    if (proof.twin()) {
      return "deliberately broken";
    }
    if (!proof.planned()) {
      return "left out here";
    }
    return (proof.forbids() ? "a proof" : "a race that has to be seen")
        + (proof.heart() ? ", of the heart" : "");
  }

  /** Makes the pages of a run: what all of them look up is looked up once. */
  static final class Maker {
    private final Report report;
    private final Page page;
    private final Map<String, Proof> proofs = new HashMap<>();
    private final Map<String, PlannedTest> planned = new HashMap<>();
    private final Map<String, Map<String, JcstressResult.Outcome>> tables = new HashMap<>();

    Maker(Report report, RunData data, Page page) {
      this.report = report;
      this.page = page;
      report.proofs().forEach(each -> proofs.put(each.test(), each));
      if (data.plan() != null) {
        data.plan().proofs().forEach(each -> planned.put(each.test(), each));
      }
      if (data.proofs() != null) {
        for (JcstressResult result : data.proofs()) {
          Map<String, JcstressResult.Outcome> table =
              tables.computeIfAbsent(result.test(), test -> new HashMap<>());
          result.outcomes().forEach(each -> table.putIfAbsent(each.id(), each));
        }
      }
    }

    ProofPage of(Proof proof) {
      PlannedTest plan = planned.get(proof.test());
      return page(
          proof.test(),
          proof.construct(),
          proof.template(),
          role(proof),
          Badge.of(proof),
          asked(plan),
          proof.why(),
          proof.held() == null ? "" : proof.held().words(),
          proof.configurations(),
          proof.outcomes(),
          plan == null ? List.of() : SideBySide.of(proof, plan, proofs));
    }

    ProofPage of(Exhibit exhibit) {
      return page(
          exhibit.test(),
          exhibit.construct(),
          exhibit.template(),
          "what the Memory Model allows, and a machine need not show",
          Badge.of(exhibit),
          asked(planned.get(exhibit.test())),
          exhibit.why(),
          "",
          exhibit.configurations(),
          exhibit.outcomes(),
          List.of());
    }

    private ProofPage page(
        String test,
        String construct,
        String template,
        String role,
        Badge badge,
        List<String> asked,
        String why,
        String held,
        List<Configuration> configurations,
        Map<String, Long> outcomes,
        List<SideBySide> rows) {
      PlannedTest plan = planned.get(test);
      String subject = construct != null || plan == null ? construct : plan.mutates();
      return new ProofPage(
          Quoted.line(test),
          Words.simple(test),
          role,
          badge,
          asked,
          Quoted.line(why),
          held,
          facts(test, subject, template, plan),
          OutcomeTable.of(configurations, outcomes, tables.getOrDefault(test, Map.of())),
          rows,
          restOn(test),
          witnesses(subject, plan),
          Command.of(test));
    }

    private List<String> asked(PlannedTest plan) {
      List<String> asked = new ArrayList<>();
      if (plan == null) {
        return asked;
      }
      if (plan.bug() != null) {
        asked.add("Broken on purpose: " + Quoted.line(plan.bug()) + ".");
      }
      for (PlannedTest.Row row : plan.rows()) {
        asked.add(
            "Must never be seen: %s. %s"
                .formatted(Words.row(row.outcomes()), Quoted.line(row.means())));
      }
      seen(asked, plan, "Has to be seen", plan.mustObserve());
      seen(asked, plan, "May be seen", plan.mayObserve());
      for (List<String> order : plan.orders()) {
        asked.add(
            "Has to be seen %s times, since it shows that the threads met: %s."
                .formatted(Figures.count(plan.leastOrders()), Words.row(order)));
      }
      return asked;
    }

    private void seen(List<String> asked, PlannedTest plan, String how, List<String> ids) {
      for (String id : ids) {
        asked.add(
            "%s: outcome %s. %s".formatted(how, Words.outcome(id), means(plan.test(), id)).strip());
      }
    }

    private String means(String test, String id) {
      JcstressResult.Outcome outcome = tables.getOrDefault(test, Map.of()).get(id);
      return outcome == null ? "" : Quoted.line(outcome.description());
    }

    private List<TrialPage.Fact> facts(
        String test, String subject, String template, PlannedTest plan) {
      List<TrialPage.Fact> facts = new ArrayList<>();
      if (subject != null) {
        String name = plan != null && plan.mutates() != null ? "copy of" : "construct";
        facts.add(new TrialPage.Fact(name, Quoted.name(subject), page.row(subject)));
      }
      Proof proof = proofs.get(test);
      String row = proof == null ? "exhibits" : proof.planned() ? PageName.anchor(test) : "proofs";
      facts.add(new TrialPage.Fact("test", Quoted.line(test), Site.PROOFS + "#" + row));
      if (!template.isEmpty()) {
        facts.add(
            new TrialPage.Fact(
                "source",
                "%s at %s".formatted(source(test, template), Pages.shortCommit(report.commit()))));
      }
      if (plan != null) {
        facts.add(
            new TrialPage.Fact(
                "owed",
                "%s forks, and a power of %s for each forbidden row"
                    .formatted(plan.leastForks(), Figures.figure(plan.leastPower()))));
      }
      if (report.environment() != null) {
        facts.add(
            new TrialPage.Fact(
                "machine",
                Counts.cores(report.environment().start().cores())
                    + ", "
                    + Quoted.name(report.environment().start().arch())));
      }
      return facts;
    }

    /** Tests are written by hand, or made from a template of the same name. */
    private static String source(String test, String template) {
      List<String> home = new ArrayList<>(List.of("jcstress/src/main/*"));
      for (String part : test.split("\\.", -1)) {
        if (part.isEmpty() || Character.isUpperCase(part.charAt(0))) {
          break;
        }
        home.add(part);
      }
      return Quoted.line(String.join("/", home) + "/" + template + ".java");
    }

    private List<TrialPage.Tested> restOn(String test) {
      List<TrialPage.Tested> rest = new ArrayList<>();
      for (Proof proof : report.proofs()) {
        if (proof.controls().stream().anyMatch(each -> each.twin().equals(test))) {
          rest.add(
              new TrialPage.Tested(
                  Words.simple(proof.test()), PageName.ofTest(proof.test()), Badge.of(proof)));
        }
      }
      return rest;
    }

    private List<ModelsView.Timeline> witnesses(String subject, PlannedTest plan) {
      String bug = plan == null ? null : plan.bug();
      List<Model> models =
          report.models().stream()
              .filter(each -> each.interleaving() != null && subject != null)
              .filter(each -> subject.equals(each.subject()))
              .filter(each -> bug == null || bug.equals(each.bug()))
              .toList();
      return ModelViews.timelines(report, models);
    }
  }
}
