/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The command line of a worker: the JVM and the class path of this process, but none of its
 * options, which are for this process.
 *
 * @param options of the JVM
 * @param classPath where the worker finds the functions
 * @param harness further options, in which {@value #NUMBER} stands for the worker's number
 */
record WorkerCommand(List<String> options, String classPath, List<String> harness) {

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
   * What the JVM itself has to say goes there, too. Native access is allowed by the one option that
   * does not make the JVM put its archived modules aside.
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
          "--illegal-native-access=allow");

  /** A command, and why it is without the archive that was wanted. */
  record Prepared(WorkerCommand command, Optional<String> why) {}

  private static final Map<Archive, Prepared> PREPARED = new ConcurrentHashMap<>();

  /**
   * With the archive if it can be made, which is tried once per process, and with what {@link
   * #PROPERTY} says now.
   */
  static WorkerCommand of(Archive archive) {
    WorkerCommand command = prepared(archive).command();
    List<String> harness =
        Pattern.compile(SEPARATOR, Pattern.LITERAL)
            .splitAsStream(System.getProperty(PROPERTY, ""))
            .filter(option -> !option.isBlank())
            .toList();
    return new WorkerCommand(command.options, command.classPath, harness);
  }

  /** The same; waits for another thread that is making the archive. */
  static Prepared prepared(Archive archive) {
    return PREPARED.computeIfAbsent(archive, WorkerCommand::prepare);
  }

  private static Prepared prepare(Archive archive) {
    List<String> options = new ArrayList<>(OPTIONS);
    if (ManagementFactory.getRuntimeMXBean().getInputArguments().contains(PREVIEW)) {
      options.add(PREVIEW); // classes that this process can load the workers must be able to, too
    }
    WorkerCommand plain =
        new WorkerCommand(options, System.getProperty("java.class.path"), List.of());
    if (archive == Archive.NONE) {
      return new Prepared(plain, Optional.empty());
    }
    try {
      return new Prepared(ArchiveFiles.with(archive, plain), Optional.empty());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Prepared(plain, Optional.of("interrupted before the archive was made"));
    } catch (IOException | RuntimeException e) {
      return new Prepared(plain, Optional.of("no archive can be made: " + e));
    }
  }

  /** With further options. */
  WorkerCommand plus(List<String> more) {
    List<String> all = new ArrayList<>(options);
    all.addAll(more);
    return new WorkerCommand(all, classPath, harness);
  }

  /** All of it but the last argument, the directory of the link. */
  List<String> line(int number) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(options);
    for (String option : harness) {
      line.add(option.replace(NUMBER, String.valueOf(number)));
    }
    line.add("-cp");
    line.add(classPath);
    line.add(Worker.class.getName());
    return line;
  }
}
