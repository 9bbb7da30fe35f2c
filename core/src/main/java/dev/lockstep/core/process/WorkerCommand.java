/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The command line of a worker: the JVM and the class path of this process, but none of its
 * options, which are for this process.
 *
 * @param options of the JVM
 * @param classPath where the worker finds the functions
 */
record WorkerCommand(List<String> options, String classPath) {

  /**
   * System property: further options of every worker's JVM, separated by {@value #SEPARATOR}; in
   * each, {@value #NUMBER} stands for the worker's number, from 0 in the order of their start.
   */
  static final String PROPERTY = "dev.lockstep.worker.jvmArguments";

  private static final String SEPARATOR = "|";
  private static final String NUMBER = "%d";
  private static final String PREVIEW = "--enable-preview";

  /**
   * One thread works here, so the collector needs no more; functions are to be compiled by both
   * compilers, as anywhere. Nothing is left behind by a worker that is killed: no performance
   * counters in the temporary directory, no dumps of a crash, whose report goes to standard error.
   * What the JVM itself has to say goes there, too.
   */
  private static final List<String> OPTIONS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:-UsePerfData",
          "-XX:-CreateCoredumpOnCrash",
          "-XX:+ErrorFileToStderr",
          "-XX:+DisplayVMOutputToStderr",
          "-XX:+ExitOnOutOfMemoryError",
          "-Xlog:disable",
          "-Xlog:all=error:stderr",
          "-Xshare:auto",
          "--enable-native-access=ALL-UNNAMED");

  /** With the archive, if it can be made; see {@link Archive}. */
  static WorkerCommand of(Archive archive) {
    List<String> options = new ArrayList<>(OPTIONS);
    if (ManagementFactory.getRuntimeMXBean().getInputArguments().contains(PREVIEW)) {
      options.add(PREVIEW); // classes that this process can load the workers must be able to, too
    }
    return new WorkerCommand(options, System.getProperty("java.class.path"));
  }

  /** All of it but the last argument, the directory of the link. */
  List<String> line(int number) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(options);
    for (String option : System.getProperty(PROPERTY, "").split(Pattern.quote(SEPARATOR), -1)) {
      if (!option.isBlank()) {
        line.add(option.replace(NUMBER, String.valueOf(number)));
      }
    }
    line.add("-cp");
    line.add(classPath);
    line.add(Worker.class.getName());
    return line;
  }
}
