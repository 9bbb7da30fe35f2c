/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import dev.lockstep.jcstress.proof.ProofTest;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The results of a run as JUnit XML, for servers that know nothing else: a test case for every
 * configuration and fork of every test, and one for every outcome that must be observed.
 *
 * <p>A forbidden outcome is a failure, an error of jcstress or a fork without samples an error. An
 * outcome that must be observed and was not seen in any configuration is skipped: what that means
 * for a run only its judge can say.
 */
final class StressXml {

  private StressXml() {}

  private record Case(String test, String name, double seconds, String element, String message) {}

  static String of(StressFile file, List<ProofTest> tests) {
    List<Case> cases = new ArrayList<>();
    for (StressFile.Result result : file.results()) {
      cases.add(of(result));
    }
    Map<String, Map<String, Long>> seen = counts(file);
    for (ProofTest test : tests) {
      if (seen.containsKey(test.test())) {
        for (String outcome : test.mustObserve()) {
          cases.add(mustObserve(test, outcome, seen.get(test.test()).getOrDefault(outcome, 0L)));
        }
      }
    }
    return write(cases);
  }

  private static Case of(StressFile.Result result) {
    String name = "%s, fork %d".formatted(result.configuration(), result.fork());
    TreeSet<String> forbidden = new TreeSet<>();
    for (StressFile.Outcome outcome : result.outcomes()) {
      boolean allowed = outcome.expect().startsWith("ACCEPTABLE");
      if (!allowed && outcome.count() > 0) {
        forbidden.add(
            "%s seen %,d times (%s)"
                .formatted(outcome.id(), outcome.count(), outcome.description()));
      }
    }
    String element = null;
    String message = null;
    if (!forbidden.isEmpty()) {
      element = "failure";
      message =
          "forbidden: %s, in %,d samples".formatted(String.join("; ", forbidden), result.samples());
    } else if (!result.status().equals("NORMAL")) {
      element = "error";
      message = result.status() + ": " + String.join(" ", result.messages());
    } else if (result.samples() == 0) {
      element = "error";
      message = "no sample was taken";
    }
    return new Case(result.test(), name, result.seconds(), element, message);
  }

  private static Case mustObserve(ProofTest test, String outcome, long count) {
    return new Case(
        test.test(),
        "must observe " + outcome,
        0,
        count > 0 ? null : "skipped",
        count > 0 ? null : "%s was not seen in any configuration".formatted(outcome));
  }

  private static Map<String, Map<String, Long>> counts(StressFile file) {
    Map<String, Map<String, Long>> counts = new TreeMap<>();
    for (StressFile.Result result : file.results()) {
      Map<String, Long> ofTest = counts.computeIfAbsent(result.test(), test -> new TreeMap<>());
      for (StressFile.Outcome outcome : result.outcomes()) {
        ofTest.merge(outcome.id(), outcome.count(), Long::sum);
      }
    }
    return counts;
  }

  private static String write(List<Case> cases) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", "jcstress");
      xml.writeAttribute("tests", String.valueOf(cases.size()));
      xml.writeAttribute("failures", count(cases, "failure"));
      xml.writeAttribute("errors", count(cases, "error"));
      xml.writeAttribute("skipped", count(cases, "skipped"));
      for (Case each : cases) {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", each.test);
        xml.writeAttribute("name", legal(each.name));
        xml.writeAttribute("time", String.valueOf(each.seconds));
        if (each.element != null) {
          xml.writeEmptyElement(each.element);
          xml.writeAttribute("message", legal(each.message));
        }
        xml.writeEndElement();
      }
      xml.writeCharacters("\n");
      xml.writeEndElement();
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      // A StringWriter does not fail, and every text is made legal before it is written.
      throw new IllegalStateException("the JUnit XML cannot be built", e);
    }
    return text.toString();
  }

  private static String count(List<Case> cases, String element) {
    return String.valueOf(cases.stream().filter(each -> element.equals(each.element)).count());
  }

  /** Without the characters that XML 1.0 cannot hold, escaped or not. */
  private static String legal(String text) {
    return text.replaceAll("[^\\u0009\\u000A\\u000D\\u0020-\\uD7FF\\uE000-\\uFFFD]", "?");
  }
}
