/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.run.JmhResult;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The commands that repeat what a page shows, quoted for a shell. */
final class Command {
  private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_./=:,+@%-]+");

  private Command() {}

  /**
   * Returns how JMH measures a trial again.
   *
   * @param setting how it was measured, or null if that is not known
   * @param jvmArguments of every price fork; JMH adds those that the benchmark asks for
   */
  static String of(Price price, JmhResult.Setting setting, List<String> jvmArguments) {
    List<String> words = start("jmh/target/benchmarks.jar");
    words.add(exactly(price.benchmark()));
    for (Map.Entry<String, String> each : price.params().entrySet()) {
      words.addAll(List.of("-p", each.getKey() + "=" + each.getValue()));
    }
    words.addAll(List.of("-t", Integer.toString(price.threads()), "-bm", price.mode()));
    int forks = price.forks() > 0 ? price.forks() : price.forksPlanned();
    words.addAll(List.of("-f", Integer.toString(forks)));
    if (setting != null) {
      series(words, "-wi", setting.warmups(), "-w", setting.warmupTime());
      series(words, "-i", setting.measurements(), "-r", setting.measurementTime());
    }
    if (!jvmArguments.isEmpty()) {
      words.addAll(List.of("-jvmArgs", String.join(" ", jvmArguments)));
    }
    return line(words);
  }

  /** Returns how jcstress runs a test again, in all its configurations. */
  static String of(String test) {
    List<String> words = start("jcstress/target/jcstress.jar");
    words.addAll(List.of("-t", exactly(test)));
    return line(words);
  }

  private static List<String> start(String jar) {
    return new ArrayList<>(List.of("java", "-jar", jar));
  }

  private static void series(
      List<String> words, String count, Integer iterations, String length, String time) {
    if (iterations != null) {
      words.addAll(List.of(count, iterations.toString()));
    }
    // A single shot has no length, and JMH says so where a length would stand.
    if (time != null && Character.isDigit((time + " ").charAt(0))) {
      words.addAll(List.of(length, time.replace(" ", "")));
    }
  }

  /** A regular expression that finds this name and no other. */
  private static String exactly(String name) {
    return "^" + name.replaceAll("[^A-Za-z0-9_]", "\\\\$0") + "$";
  }

  /** Nobody should copy into a shell what he cannot see, so such a name gives no command. */
  private static String line(List<String> words) {
    String line = words.stream().map(Command::quoted).collect(Collectors.joining(" "));
    return Quoted.line(line).equals(line) ? line : "";
  }

  private static String quoted(String word) {
    return BARE.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
