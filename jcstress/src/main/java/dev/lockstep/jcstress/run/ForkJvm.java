/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import dev.lockstep.core.Construct;
import dev.lockstep.core.Constructs;
import dev.lockstep.run.RefusedException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jcstress.os.AffinitySupport;
import org.openjdk.jcstress.vm.AllocProfileSupport;

/** What every forked JVM is started with, and what such a JVM can do. */
final class ForkJvm {

  /**
   * Structured concurrency is a preview; the common pool would have one thread on two CPUs, too few
   * for the two tasks of a hand-off; the queues of JCTools use what the JVM otherwise warns of.
   * Other tests use none of these.
   */
  static final List<String> ARGUMENTS =
      List.of(
          "--enable-preview",
          "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2",
          "--sun-misc-unsafe-memory-access=allow");

  /** What is loaded for the archive: tests, subjects and what runs them. */
  private static final Pattern LOADED =
      Pattern.compile("((?:org/openjdk/jcstress|dev/lockstep)/.+)[.]class");

  /** Has this program load what the archive is to hold. */
  private static final String LOAD = "load";

  private static final long SECONDS = 60;

  private ForkJvm() {}

  /**
   * Prints what {@link #unavailable} asks for; what is pure has no tests to run. Loads what
   * jcstress loads in a fork before its test, for the archive.
   */
  public static void main(String[] arguments) throws Exception {
    AllocProfileSupport.getAllocatedBytes();
    try {
      AffinitySupport.tryBind();
    } catch (Exception | LinkageError unsupported) {
      System.out.println("threads cannot be bound to CPUs here: " + unsupported.getMessage());
    }
    String path = System.getProperty("java.class.path");
    if (List.of(arguments).contains(LOAD)) {
      for (String jar : path.split(File.pathSeparator, -1)) {
        loadAll(jar);
      }
    }
    for (Construct construct : Constructs.all()) {
      if (construct.guarantee() != Construct.Guarantee.PURE) {
        construct.unavailable().ifPresent(why -> System.out.println(construct.id() + "\t" + why));
      }
    }
  }

  /**
   * Loads every class of the tests, of their subjects and of jcstress: which of them a fork needs
   * depends on its test.
   */
  private static void loadAll(String jar) throws IOException {
    try (JarFile file = new JarFile(jar)) {
      for (JarEntry entry : Collections.list(file.entries())) {
        Matcher matcher = LOADED.matcher(entry.getName());
        if (matcher.matches()) {
          try {
            Class.forName(
                matcher.group(1).replace('/', '.'), false, ForkJvm.class.getClassLoader());
          } catch (ClassNotFoundException | LinkageError unneeded) {
            // One that refers to what is not there is loaded by no fork.
          }
        }
      }
    }
  }

  /**
   * {@link #ARGUMENTS} and, if there is one, the archive of classes. jcstress splits what it is
   * given at blanks, so an archive whose path has one is not used.
   *
   * @param archive as {@link #unavailable} has made it
   */
  static List<String> arguments(Path archive) {
    List<String> all = new ArrayList<>(ARGUMENTS);
    String path = archive.toAbsolutePath().toString();
    if (Files.exists(archive) && path.chars().noneMatch(Character::isWhitespace)) {
      all.add("-XX:SharedArchiveFile=" + path);
    }
    return all;
  }

  /**
   * The constructs that a forked JVM cannot have, by id, each with the reason: asks one, which
   * takes the time of its start.
   *
   * @param answer a file that takes what it prints
   * @param archive takes the classes of a fork, which make the start of the next ones shorter
   */
  static Map<String, String> unavailable(Path answer, Path archive) throws IOException {
    List<String> dump =
        List.of("-XX:ArchiveClassesAtExit=" + archive.toAbsolutePath(), "-Xlog:cds=off");
    Files.deleteIfExists(archive);
    boolean archived = isOfJars(System.getProperty("java.class.path")) && ends(dump, answer, LOAD);
    if (!archived) {
      // Every fork takes a little longer, and that is all.
      Files.deleteIfExists(archive);
    }
    if (!archived && !ends(List.of(), answer)) {
      throw new RefusedException(
          "A JVM with the options %s does not start here; %s holds what it said."
              .formatted(String.join(" ", ARGUMENTS), answer));
    }
    return parse(Files.readAllLines(answer, StandardCharsets.UTF_8));
  }

  /** Whether this program, started as forks are and with further options, ends well. */
  private static boolean ends(List<String> options, Path answer, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ARGUMENTS);
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), ForkJvm.class.getName()));
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(answer.toFile())
            .start();
    try {
      return process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while a JVM started", e);
    } finally {
      process.destroyForcibly();
    }
  }

  /** Whether an archive can be made: the JVM refuses to make one of directories. */
  static boolean isOfJars(String path) {
    for (String entry : path.split(File.pathSeparator, -1)) {
      if (!Files.isRegularFile(Path.of(entry))) {
        return false;
      }
    }
    return true;
  }

  /** Lines of id, tabulator and reason; a JVM may print other lines. */
  static Map<String, String> parse(List<String> lines) {
    Map<String, String> reasons = new TreeMap<>();
    for (String line : lines) {
      int tab = line.indexOf('\t');
      if (tab > 0) {
        reasons.put(line.substring(0, tab), line.substring(tab + 1));
      }
    }
    return reasons;
  }
}
