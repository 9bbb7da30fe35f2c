/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.run;

import dev.lockstep.run.launch.ForAllJvms;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the environment would add to every JVM of a run, unseen on any command line: a harness that
 * finds such a variable starts itself anew without it, since neither JMH nor jcstress lets it be
 * kept from forks.
 */
record ForeignOptions(Set<String> variables, String temporary) {

  private static final String DIRECTORY = "java.io.tmpdir";

  /** What a harness needs of its JVM. */
  private static final List<String> NEEDED =
      List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  /**
   * @param environment of this process
   * @param named the directory for temporary files that its command line names
   */
  static ForeignOptions in(Map<String, String> environment, Optional<String> named) {
    Set<String> found = new TreeSet<>();
    for (String name : environment.keySet()) {
      if (ForAllJvms.VARIABLES.contains(name)) {
        found.add(name);
      }
    }
    // TMPDIR as for every other program: a JVM does not ask for it.
    Optional<String> wanted =
        Optional.ofNullable(environment.get("TMPDIR")).filter(text -> !text.isEmpty());
    return new ForeignOptions(
        found, named.or(() -> wanted).orElseGet(() -> System.getProperty(DIRECTORY)));
  }

  static ForeignOptions ofThisProcess() {
    String option = "-D" + DIRECTORY + "=";
    Optional<String> named =
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(argument -> argument.startsWith(option))
            .map(argument -> argument.substring(option.length()))
            .reduce((_, last) -> last);
    return in(System.getenv(), named);
  }

  /** Whether this process has to be started anew. */
  boolean reach() {
    return !variables.isEmpty() || !temporary.equals(System.getProperty(DIRECTORY));
  }

  /** One sentence each for the person who reads the report. */
  static List<String> warnings() {
    String names = System.getProperty(ForAllJvms.KEPT_AWAY, "");
    return names.isEmpty()
        ? List.of()
        : List.of(
            "The environment sets options for every JVM (%s): they were kept from this run; unset them."
                .formatted(names));
  }

  List<String> command(Class<?> program, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(NEEDED);
    command.add("-D" + DIRECTORY + "=" + temporary);
    String before = System.getProperty(ForAllJvms.KEPT_AWAY, "");
    String names = variables.isEmpty() ? before : String.join(", ", variables);
    command.add("-D" + ForAllJvms.KEPT_AWAY + "=" + names);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** Runs the same program without them, and returns its exit code. */
  int relaunch(Class<?> program, String... arguments) throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command(program, arguments)).inheritIO();
    builder.command().add(RunRequest.WITH_PARENT);
    builder.environment().keySet().removeAll(variables);
    return builder.start().waitFor();
  }
}
