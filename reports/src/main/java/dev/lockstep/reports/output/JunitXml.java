/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.output;

import dev.lockstep.reports.judge.Words;
import dev.lockstep.reports.report.Exhibit;
import dev.lockstep.reports.report.Model;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Proof;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.report.Status;
import dev.lockstep.reports.report.Twin;
import dev.lockstep.reports.run.Plan;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** The report in the form that every CI server shows: a test case per proof, model and trial. */
final class JunitXml {
  private JunitXml() {}

  private enum Outcome {
    PASSED(""),
    FAILURE("failure"),
    ERROR("error"),
    SKIPPED("skipped");

    private final String element;

    Outcome(String element) {
      this.element = element;
    }
  }

  private record Case(String group, String name, Outcome outcome, String message) {}

  static String of(Report report) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuites");
      xml.writeAttribute("name", "lockstep");
      suite(xml, "proofs", proofs(report), report);
      suite(xml, "exhibits", exhibits(report), report);
      suite(xml, "models", models(report), report);
      suite(xml, "prices", prices(report), report);
      suite(xml, "run", run(report), report);
      xml.writeCharacters("\n");
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      // A StringWriter does not fail, and every text is made legal before it is written.
      throw new IllegalStateException("junit.xml cannot be built", e);
    }
    return text.toString();
  }

  private static List<Case> proofs(Report report) {
    Map<String, String> mutated = new HashMap<>();
    for (Twin twin : report.twins()) {
      if (twin.role().equals("MUTANT")) {
        mutated.put(twin.test(), twin.mutates());
      }
    }
    List<Case> cases = new ArrayList<>();
    for (Proof proof : report.proofs()) {
      String group = proof.construct() == null ? "twin" : proof.construct();
      if (mutated.containsKey(proof.test())) {
        group = "mutant." + mutated.get(proof.test());
      }
      Outcome outcome = proof.planned() ? outcome(proof.status()) : Outcome.SKIPPED;
      cases.add(new Case("proofs." + group, Words.simple(proof.test()), outcome, proof.why()));
    }
    return cases;
  }

  private static Outcome outcome(Status status) {
    return switch (status) {
      case PROVEN, ALLOWED -> Outcome.PASSED;
      case BROKEN -> Outcome.FAILURE;
      case HELD -> Outcome.SKIPPED;
      case INCONCLUSIVE, NOT_RUN -> Outcome.ERROR;
    };
  }

  private static List<Case> exhibits(Report report) {
    List<Case> cases = new ArrayList<>();
    for (Exhibit exhibit : report.exhibits()) {
      cases.add(
          new Case(
              "exhibits." + exhibit.construct(),
              Words.simple(exhibit.test()),
              outcome(exhibit.status()),
              exhibit.why()));
    }
    return cases;
  }

  private static List<Case> models(Report report) {
    List<Case> cases = new ArrayList<>();
    for (Model model : report.models()) {
      Outcome bad = model.refuted() ? Outcome.FAILURE : Outcome.ERROR;
      String group = model.mutates() == null ? "" : "mutant.";
      cases.add(
          new Case(
              "models." + group + model.subject(),
              model.id(),
              model.agrees() ? Outcome.PASSED : bad,
              model.why()));
    }
    cases.addAll(leftOut(report, "MODEL", "models."));
    return cases;
  }

  private static List<Case> leftOut(Report report, String kind, String suite) {
    List<Case> cases = new ArrayList<>();
    for (Plan.LeftOut out : report.coverage().notRun()) {
      if (out.kind().equals(kind)) {
        String construct = out.construct() == null ? "none" : out.construct();
        cases.add(new Case(suite + construct, out.id(), Outcome.SKIPPED, out.why()));
      }
    }
    return cases;
  }

  private static List<Case> prices(Report report) {
    Set<String> exact = new HashSet<>();
    for (Plan.Construct construct : report.constructs()) {
      if ("EXACT".equals(construct.guarantee())) {
        exact.add(construct.id());
      }
    }
    List<Case> cases = new ArrayList<>();
    for (Price price : report.prices()) {
      String group = "prices." + (price.construct() == null ? "none" : price.construct());
      String note = String.join("; ", price.notes());
      Outcome outcome = Outcome.PASSED;
      if (price.status().equals("FAILED")) {
        outcome = note.startsWith("WRONG_RESULT") ? Outcome.FAILURE : Outcome.ERROR;
      } else if (price.status().equals("NOT_REACHED")) {
        outcome = Outcome.SKIPPED;
      } else if (price.status().equals("MISSING")) {
        outcome = Outcome.ERROR;
        note = "planned, but no result";
      } else if (price.forks() < Math.min(Plan.Trial.LEAST_FORKS, price.forksPlanned())) {
        outcome = Outcome.ERROR;
        note = "%s of %s planned forks".formatted(price.forks(), price.forksPlanned());
      } else if (exact.contains(price.construct()) && price.lost() != null && price.lost() > 0) {
        outcome = Outcome.FAILURE;
        note = "lost updates although none may be lost";
      }
      cases.add(new Case(group, price.trial(), outcome, note));
    }
    cases.addAll(leftOut(report, "TRIAL", "prices."));
    return cases;
  }

  /** A fault of a whole file belongs to no case of its own, but must not look green. */
  private static List<Case> run(Report report) {
    Outcome outcome =
        switch (report.verdict()) {
          case PASS -> Outcome.PASSED;
          case BROKEN, REGRESSION -> Outcome.FAILURE;
          case INCOMPLETE -> Outcome.ERROR;
        };
    String message = String.join("\n", report.reasons());
    return List.of(new Case("run", "verdict", outcome, message));
  }

  private static void suite(XMLStreamWriter xml, String name, List<Case> cases, Report report)
      throws XMLStreamException {
    xml.writeCharacters("\n  ");
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", name);
    xml.writeAttribute("tests", Integer.toString(cases.size()));
    for (Outcome outcome : List.of(Outcome.FAILURE, Outcome.ERROR, Outcome.SKIPPED)) {
      long count = cases.stream().filter(each -> each.outcome() == outcome).count();
      String plural = outcome == Outcome.SKIPPED ? "skipped" : outcome.element + "s";
      xml.writeAttribute(plural, Long.toString(count));
    }
    if (report.start() != null) {
      xml.writeAttribute("timestamp", legal(report.start().replaceFirst("Z$", "")));
    }
    for (Case each : cases) {
      xml.writeCharacters("\n    ");
      xml.writeStartElement("testcase");
      xml.writeAttribute("classname", legal("lockstep." + each.group()));
      xml.writeAttribute("name", legal(each.name()));
      if (each.outcome() != Outcome.PASSED) {
        xml.writeEmptyElement(each.outcome().element);
        xml.writeAttribute("message", legal(each.message()));
        if (each.outcome() != Outcome.SKIPPED) {
          xml.writeAttribute("type", each.outcome().name().toLowerCase(Locale.ROOT));
        }
      }
      xml.writeEndElement();
    }
    xml.writeCharacters("\n  ");
    xml.writeEndElement();
  }

  /** Returns the text without the characters that XML 1.0 does not know. */
  static String legal(String text) {
    StringBuilder legal = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              boolean known =
                  c == '\t'
                      || c == '\n'
                      || c == '\r'
                      || (c >= 0x20 && c <= 0xd7ff)
                      || (c >= 0xe000 && c <= 0xfffd)
                      || c >= 0x10000;
              legal.appendCodePoint(known ? c : 0xfffd);
            });
    return legal.toString();
  }
}
