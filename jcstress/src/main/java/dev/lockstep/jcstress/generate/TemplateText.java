/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a template, cut where the tests go in.
 *
 * @param head up to the body of the outer class
 * @param test the nested class, from its first annotation to its last brace
 * @param foot what follows it
 */
record TemplateText(String name, String head, String test, String foot) {

  private static final String TEST = "\n  @JCStressTest";
  private static final String END = "\n  }\n";
  private static final Pattern NAMED_ROW =
      Pattern.compile("\\n  @Outcome\\(\\s*id = (?s:.*?)\\)(?=\\n  @)");
  private static final Pattern IMPORT = Pattern.compile("import (static )?[^\n]+;\n");

  /**
   * Cuts a template.
   *
   * @throws IllegalArgumentException if it is not the text of one outer class with one test in it
   */
  static TemplateText of(String name, String text) {
    int begin = text.indexOf(TEST);
    int end = text.indexOf(END, Math.max(0, begin));
    boolean whole =
        begin >= 0
            && end >= 0
            && text.indexOf(TEST, begin + 1) < 0
            && text.substring(0, begin).contains("\npublic class " + name + " {\n");
    if (!whole) {
      throw new IllegalArgumentException(
          "the template %s is not one public class of that name with one @JCStressTest in it"
              .formatted(name));
    }
    String test = text.substring(begin, end + END.length());
    for (String placeholder : List.of("$Name", "$subject")) {
      if (!test.contains(placeholder)) {
        throw new IllegalArgumentException(
            "the test of the template %s does not say %s".formatted(name, placeholder));
      }
    }
    return new TemplateText(
        name, text.substring(0, begin), test, text.substring(end + END.length()));
  }

  /** Reads and cuts the text of a template below a directory of sources. */
  static TemplateText read(Path home, Template template) throws IOException {
    Path file = home.resolve(template.home()).resolve(template.name() + ".java");
    return of(template.name(), Files.readString(file));
  }

  /** The first sentence of its Javadoc on one line: the question that it asks. */
  String question() {
    Matcher javadoc = Pattern.compile("/\\*\\*(?s:(.*?))(?:<p>|\\*/)").matcher(head);
    String text = javadoc.find() ? javadoc.group(1).replaceAll("\\s*\\n \\* ?", " ").strip() : "";
    int end = text.indexOf('?');
    if (end < 0) {
      throw new IllegalArgumentException(
          "the Javadoc of the template %s does not begin with a question".formatted(name));
    }
    return text.substring(0, end + 1).replaceAll("\\{@\\w+ #?([^}]*)}", "`$1`").replace('#', '.');
  }

  /** The outer class with a test for each subject. */
  String with(String outer, List<Subject> subjects, Set<Class<?>> used) {
    StringBuilder all = new StringBuilder(imports(head, subjects, used));
    if (!outer.equals(name)) {
      String declaration = "\npublic class " + name + " {\n";
      int at = all.indexOf(declaration);
      all.replace(at, at + declaration.length(), "\npublic class " + outer + " {\n");
    }
    for (Subject subject : subjects) {
      all.append(comment(outer, subject)).append(test(subject));
    }
    return all.append(foot).toString();
  }

  /** The head with what the annotations of its tests need, in the usual order. */
  private static String imports(String head, List<Subject> subjects, Set<Class<?>> used) {
    TreeSet<String> statics = new TreeSet<>();
    TreeSet<String> others = new TreeSet<>();
    int begin = head.indexOf("\nimport ") + 1;
    int end = begin;
    Matcher each = IMPORT.matcher(head);
    while (each.find()) {
      (each.group(1) == null ? others : statics).add(each.group());
      end = each.end();
    }
    for (Class<?> type : used) {
      others.add("import %s;\n".formatted(type.getCanonicalName()));
    }
    for (Subject subject : subjects) {
      for (String annotation : List.of("Proof", "Nightly", "Exhibit", "Twin", "TwinRole")) {
        if (subject.annotations().matches("(?s).*\\b" + annotation + "\\b.*")) {
          others.add("import dev.lockstep.jcstress.proof.%s;\n".formatted(annotation));
        }
      }
    }
    return head.substring(0, begin)
        + String.join("", statics)
        + "\n"
        + String.join("", others)
        + head.substring(end);
  }

  private static String comment(String outer, Subject subject) {
    String bug = subject.isTwin() ? " " + subject.role() + ": " + subject.bug() + "." : "";
    return "\n  // $ java -jar jcstress/target/jcstress.jar -t %s.%s%s"
        .formatted(outer, subject.name(), bug.isEmpty() ? "" : "\n  //" + bug);
  }

  private String test(Subject subject) {
    String text =
        test.replaceFirst(
            "@JCStressTest(\\([^)]*\\))?",
            "$0\n  " + Matcher.quoteReplacement(subject.annotations()));
    if (!subject.role().equals("proof")) {
      text =
          NAMED_ROW
              .matcher(text)
              .replaceAll(
                  row ->
                      Matcher.quoteReplacement(
                          row.group()
                              .replace("expect = FORBIDDEN", "expect = ACCEPTABLE_INTERESTING")));
    }
    return text.replace("$Name", subject.name()).replace("$subject", subject.expression());
  }
}
