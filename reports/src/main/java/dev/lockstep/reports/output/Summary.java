/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.output;

import dev.lockstep.reports.judge.NotRun;
import dev.lockstep.reports.judge.Words;
import dev.lockstep.reports.report.Claim;
import dev.lockstep.reports.report.Executors;
import dev.lockstep.reports.report.Exhibit;
import dev.lockstep.reports.report.Finding;
import dev.lockstep.reports.report.Model;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Proof;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.report.Sensitivity;
import dev.lockstep.reports.report.Sweep;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The report as a page of Markdown, short enough for the summary of a CI step. */
final class Summary {
  private static final int ROWS = 60;
  private static final String MARKUP = "\\`*_{}[]()<>#+-.!|~&@:";

  private final StringBuilder text = new StringBuilder();

  private Summary() {}

  static String of(Report report) {
    Summary summary = new Summary();
    summary.head(report);
    summary.proofs(report);
    summary.exhibits(report);
    summary.models(report);
    summary.prices(report);
    summary.sweeps(report);
    report.sections().forEach(each -> summary.answers(each.title(), each.findings()));
    summary.claims(report);
    return summary.text.toString();
  }

  private void head(Report report) {
    line("# Lockstep: " + report.verdict());
    line("");
    line(escaped(report.sentence()));
    line("");
    List<String> meta = new ArrayList<>();
    meta.add("plan " + escaped(report.plan()));
    if (report.start() != null) {
      meta.add(escaped(report.start()));
    }
    meta.add("commit " + escaped(report.commit()));
    meta.add(Words.duration(report.durationSeconds()));
    if (report.resolution() != null && report.evidence()) {
      meta.add(report.resolution().words());
    }
    if (report.environment() != null) {
      meta.add("JDK " + escaped(report.environment().start().jdk()));
      meta.add(report.environment().start().cores() + " cores");
    }
    line(String.join(" · ", meta));
    line("");
    best(report);
    sensitivity(report.sensitivity());
    secondOpinion(report);
    bullets("Reasons", report.reasons());
    List<String> notes = new ArrayList<>();
    if (report.profiling().unavailable() > 0) {
      notes.add(
          "%s trials without flame graph, which this machine cannot record: %s."
              .formatted(report.profiling().unavailable(), report.profiling().why()));
    }
    for (NotRun group : NotRun.forWantOfMachine(report.coverage().notRun())) {
      String more = group.rest().isEmpty() ? "" : " and " + group.rest().size() + " more";
      notes.add(group.head() + String.join(", ", group.first()) + more + ".");
    }
    if (!report.coverage().statement().isEmpty()) {
      notes.add("Covered: " + report.coverage().statement() + ".");
    }
    notes.addAll(report.notes());
    bullets("Notes", notes);
  }

  private void best(Report report) {
    List<Executors.Best> best = report.executors().best();
    for (Executors.Best each : best) {
      line(escaped(String.join(" ", each.sentences())));
      line("");
    }
  }

  private void sensitivity(Sensitivity sensitivity) {
    if (sensitivity.tried() == 0) {
      return;
    }
    List<String> missed = new ArrayList<>();
    sensitivity.missed().forEach(each -> missed.add(each.name() + " of " + each.mutates()));
    line(
        "Sensitivity, which carries no verdict: %s of %s mutants caught%s."
            .formatted(
                sensitivity.caught(),
                sensitivity.tried(),
                missed.isEmpty() ? "" : "; not caught: " + escaped(String.join(", ", missed))));
    line("");
  }

  private void secondOpinion(Report report) {
    if (report.models().isEmpty()) {
      return;
    }
    Map<String, Integer> counts = new LinkedHashMap<>();
    report.models().forEach(each -> counts.merge(each.words(), 1, Integer::sum));
    List<String> parts = new ArrayList<>();
    counts.forEach((words, n) -> parts.add(n + " " + words));
    String checker = report.coverage().modelChecker();
    line(
        "Second opinion%s, sequentially consistent: %s."
            .formatted(
                checker == null ? "" : " of " + escaped(checker),
                escaped(String.join("; ", parts))));
    line("");
  }

  private void proofs(Report report) {
    List<List<String>> rows = new ArrayList<>();
    for (Proof proof : report.proofs().stream().filter(Proof::planned).toList()) {
      rows.add(
          List.of(
              Words.simple(proof.test()),
              proof.construct() == null ? "twin" : proof.construct(),
              proof.words(),
              Words.count(proof.samples()),
              proof.power() == null ? "" : Words.figure(proof.power()),
              proof.why()));
    }
    table("Proofs", List.of("test", "construct", "status", "samples", "power", "why"), rows);
  }

  private void exhibits(Report report) {
    List<List<String>> rows = new ArrayList<>();
    for (Exhibit each : report.exhibits()) {
      rows.add(List.of(Words.simple(each.test()), each.construct(), each.words(), each.why()));
    }
    table(
        "Allowed by the Memory Model: seen here or not",
        List.of("test", "construct", "here", "why"),
        rows);
  }

  private void models(Report report) {
    List<List<String>> rows = new ArrayList<>();
    for (Model each : report.models()) {
      rows.add(
          List.of(
              each.id(), Words.checker(each.checker()), each.subject(), each.words(), each.why()));
    }
    table("Second opinion", List.of("model", "checker", "construct", "outcome", "why"), rows);
  }

  private void prices(Report report) {
    List<List<String>> rows = new ArrayList<>();
    for (Price price : report.prices()) {
      boolean mean = !"LATENCY".equals(price.role()) && !"OPEN_LOOP".equals(price.role());
      if (price.workload() == null && (mean || price.score() == null)) {
        String interval =
            price.interval() == null
                ? ""
                : "[%s, %s]"
                    .formatted(
                        Words.figure(price.interval().low()),
                        Words.figure(price.interval().high()));
        boolean two = !price.modes().isEmpty();
        rows.add(
            List.of(
                price.trial(),
                price.score() == null
                    ? price.status().toLowerCase(Locale.ROOT).replace('_', ' ')
                    : two ? Words.modes(price.modes()) : Words.figure(price.score()),
                two ? "" : interval,
                price.unit(),
                price.lostFraction() == null ? "" : Words.percent(price.lostFraction()),
                proofWords(report, price)));
      }
    }
    table(
        "Prices",
        List.of("trial", "score", "95 % interval", "unit", "updates lost", "proof"),
        rows);
  }

  private static String proofWords(Report report, Price price) {
    for (Proof proof : report.proofs()) {
      if (proof.construct() != null
          && proof.construct().equals(price.construct())
          && proof.status().name().equals(price.proof())) {
        return proof.words();
      }
    }
    return price.proof().toLowerCase(Locale.ROOT);
  }

  private void sweeps(Report report) {
    List<List<String>> rows = new ArrayList<>();
    // What a summary has no room for is in report.json; the lists of the notes come first.
    List<Sweep> sweeps = new ArrayList<>(report.sweeps());
    sweeps.sort(Comparator.comparing(sweep -> !sweep.workload().endsWith("_SEED")));
    for (Sweep sweep : sweeps) {
      for (Sweep.Point point : sweep.points()) {
        rows.add(
            List.of(
                sweep.workload(),
                sweep.kind(),
                point.workers() == null ? "" : point.workers().toString(),
                Words.figure(point.speedup()) + "×",
                point.makespanBound() == null ? "" : Words.figure(point.makespanBound()) + "×"));
      }
    }
    table(
        "Speed-up over SERIAL", List.of("workload", "kind", "workers", "speed-up", "bound"), rows);
  }

  private void answers(String heading, List<Finding> findings) {
    List<String> sentences = new ArrayList<>();
    findings.stream()
        .filter(Finding::isFound)
        .forEach(finding -> sentences.add(finding.sentence()));
    bullets(heading, sentences);
  }

  private void claims(Report report) {
    List<List<String>> rows = new ArrayList<>();
    for (Claim claim : report.claims()) {
      rows.add(
          List.of(
              claim.claim(), claim.seed(), claim.here(), claim.verdict().toLowerCase(Locale.ROOT)));
    }
    table("What is claimed", List.of("claim", "claimed", "Java here", "verdict"), rows);
    if (!rows.isEmpty()) {
      line(Claim.HOW);
      line("");
    }
  }

  private void bullets(String heading, List<String> sentences) {
    if (sentences.isEmpty()) {
      return;
    }
    line("## " + heading);
    line("");
    sentences.stream().limit(ROWS).forEach(sentence -> line("- " + escaped(sentence)));
    rest(sentences.size());
    line("");
  }

  private void table(String heading, List<String> columns, List<List<String>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    line("## " + heading);
    line("");
    line("| " + String.join(" | ", columns) + " |");
    line("|" + " --- |".repeat(columns.size()));
    for (List<String> row : rows.subList(0, Math.min(ROWS, rows.size()))) {
      line("| " + String.join(" | ", row.stream().map(Summary::escaped).toList()) + " |");
    }
    rest(rows.size());
    line("");
  }

  private void rest(int size) {
    if (size > ROWS) {
      line("");
      line("… and " + (size - ROWS) + " more in report.json");
    }
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  /** Returns the text on one line, so that nothing in it is read as markup. */
  static String escaped(String sentence) {
    String plain = Quoted.line(sentence);
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      // Between word characters these are no markup; left alone, ids stay readable in the source.
      boolean harmless =
          ".-:".indexOf(c) >= 0 && i > 0 && Character.isLetterOrDigit(plain.charAt(i - 1));
      if (c == '<') {
        escaped.append("&lt;");
      } else if (c == '&') {
        escaped.append("&amp;");
      } else if (MARKUP.indexOf(c) >= 0 && !harmless) {
        escaped.append('\\').append(c);
      } else {
        escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
