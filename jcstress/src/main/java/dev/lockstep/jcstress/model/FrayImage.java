/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.run.Code;
import dev.lockstep.run.RunDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The JDK in which Fray's questions are put: a copy of the one that runs this, made once by {@code
 * jlink}, in which everything that a thread can stop at asks Fray first.
 *
 * @param home the directory of the copy
 * @param jars Fray and what it needs
 */
record FrayImage(Path home, List<Path> jars) {

  /** Says in one sentence why there is no image. */
  static final class UnavailableException extends Exception {

    private static final long serialVersionUID = 1L;

    UnavailableException(String sentence) {
      super(sentence);
    }
  }

  private static final String AGENT = "fray-instrumentation-agent-";
  private static final String JLINK_AGENT = "fray-instrumentation-jdk-";
  private static final String NATIVE = "fray-jvmti-";
  private static final String LIBRARY = "libjvmti.so";
  private static final String MODULE = "org.pastalab.fray.instrumentation.jdk";
  private static final String MAKING = ".making-";

  /** What has tools of its own to make images with needs none, and may be all there is to link. */
  private static final Set<String> LEFT_OUT = Set.of("jdk.jlink", "jdk.jpackage");

  /** What jlink needs to change the platform's classes, by the begins of the names. */
  private static final List<String> LINKING =
      List.of(
          JLINK_AGENT,
          "fray-instrumentation-base-",
          "fray-runtime-",
          "asm-",
          "kotlin-stdlib-",
          "kotlin-reflect-");

  /**
   * The image of this JDK, made now if there is none.
   *
   * @param out is told if that takes its time
   */
  static FrayImage get(PrintStream out)
      throws UnavailableException, IOException, InterruptedException {
    String cache = System.getenv("XDG_CACHE_HOME");
    Path root =
        cache == null || cache.isBlank()
            ? Path.of(System.getProperty("user.home"), ".cache")
            : Path.of(cache);
    return get(beside(FrayImage.class), root.resolve("lockstep"), out);
  }

  /** The same with the jars of this directory and the images in another. */
  static FrayImage get(Path jars, Path cache, PrintStream out)
      throws UnavailableException, IOException, InterruptedException {
    List<Path> found = jars(jars);
    if (found.isEmpty()) {
      throw new UnavailableException(
          "Fray is not beside this jar: it lies in %s after a build".formatted(jars));
    }
    Path library = one(NATIVE, found);
    if (!library.getFileName().toString().startsWith(NATIVE + platform() + "-")) {
      throw new UnavailableException("Fray has no library for " + platform());
    }
    FrayImage image = new FrayImage(cache.resolve(name()), found);
    if (!Files.exists(image.home)) {
      out.println(
          "Models: a JDK for Fray is made in %s, once; that takes about half a minute."
              .formatted(cache));
      image.make(library);
    }
    return image;
  }

  /** The directory of Fray's jars: beside the jar, or the classes, that this is run from. */
  private static Path beside(Class<?> of) {
    try {
      URI home = of.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Path.of(home).resolveSibling("fray");
    } catch (URISyntaxException e) {
      throw new IllegalStateException("There is no place to read Fray from.", e);
    }
  }

  private static List<Path> jars(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static Path one(String begin, List<Path> jars) throws UnavailableException {
    return jars.stream()
        .filter(jar -> jar.getFileName().toString().startsWith(begin))
        .findFirst()
        .orElseThrow(() -> new UnavailableException("of Fray there is no " + begin + "*.jar"));
  }

  /** This platform in the names of Fray's libraries, as {@code linux-x8664}. */
  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).replaceAll(" .*", "");
    String machine = System.getProperty("os.arch").replace("amd64", "x8664").replace("_", "");
    return system + "-" + machine;
  }

  /** Tells the images of all JDKs and of all versions of Fray apart. */
  private static String name() {
    return "fray-%s-%s-%s"
        .formatted(
            Code.version(FrayImage.class, "fray"),
            System.getProperty("java.vm.version"),
            System.getProperty("java.vendor.version", System.getProperty("java.vendor")))
        .replaceAll("[^A-Za-z0-9.+-]+", "-");
  }

  /** Under another name until it is whole: a killed run leaves no half of an image. */
  void make(Path library) throws UnavailableException, InterruptedException {
    Path cache = home.getParent();
    Path making = cache.resolve(MAKING + ProcessHandle.current().pid());
    try {
      Files.createDirectories(cache);
      removeAbandoned(cache);
      try {
        link(making);
        unpack(library, making.resolve("lib"));
        start(making);
        Files.move(making, home, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        RunDirectory.delete(making);
      }
    } catch (IOException e) {
      // Another run may have made it meanwhile.
      if (!Files.exists(home)) {
        throw new UnavailableException(
            "a JDK for Fray cannot be kept in %s: %s".formatted(cache, e));
      }
    }
  }

  /** A library that does not load here is found out now, and not by each check. */
  private static void start(Path made)
      throws UnavailableException, IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                made.resolve("bin/java").toString(),
                "-agentpath:" + made.resolve("lib").resolve(LIBRARY),
                "-version")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    int code = process.waitFor();
    if (code != 0) {
      throw new UnavailableException(
          "the JDK that was made for Fray does not start here: it ended with code " + code);
    }
  }

  static void removeAbandoned(Path cache) throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.matches("[.]making-\\d+")
            && ProcessHandle.of(Long.parseLong(name.substring(MAKING.length()))).isEmpty()) {
          RunDirectory.delete(file);
        }
      }
    }
  }

  private void link(Path output) throws UnavailableException, IOException, InterruptedException {
    Path jdk = Path.of(System.getProperty("java.home"));
    List<String> command =
        linkCommand(
            jdk,
            jars,
            ModuleFinder.ofSystem().findAll().stream()
                .map(module -> module.descriptor().name())
                .collect(Collectors.toSet()),
            output);
    if (!Files.isExecutable(Path.of(command.getFirst()))) {
      throw new UnavailableException("this runtime has no jlink to make a JDK for Fray with");
    }
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new UnavailableException(
          "this JDK cannot make one for Fray of itself: "
              + said.lines()
                  .filter(line -> line.startsWith("Error"))
                  .findFirst()
                  .orElse("jlink ended with code " + process.exitValue()));
    }
  }

  /** What is typed to make an image of all modules of a JDK; it takes them from its own image. */
  static List<String> linkCommand(Path jdk, List<Path> jars, Set<String> modules, Path output)
      throws UnavailableException {
    String linking =
        jars.stream()
            .filter(jar -> LINKING.stream().anyMatch(jar.getFileName().toString()::startsWith))
            .map(Path::toString)
            .collect(Collectors.joining(java.io.File.pathSeparator));
    return List.of(
        jdk.resolve("bin/jlink").toString(),
        "-J-javaagent:" + one(JLINK_AGENT, jars),
        "-J--module-path=" + linking,
        "-J--class-path=" + linking,
        "-J--add-modules=" + MODULE,
        "--add-modules="
            + modules.stream()
                .filter(module -> !LEFT_OUT.contains(module))
                .sorted()
                .collect(Collectors.joining(",")),
        "--output=" + output,
        "--fray-instrumentation");
  }

  private static void unpack(Path jar, Path directory) throws IOException {
    try (FileSystem inside = FileSystems.newFileSystem(jar);
        InputStream library = Files.newInputStream(inside.getPath(LIBRARY))) {
      Files.copy(library, directory.resolve(LIBRARY));
    }
  }

  /** The begin of a command that runs a program with Fray: all but the main class. */
  List<String> javaCommand(String classPath) throws UnavailableException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin/java").toString());
    command.add("-javaagent:" + one(AGENT, jars));
    command.add("-agentpath:" + home.resolve("lib").resolve(LIBRARY));
    command.add("-cp");
    // Before the jar of the suite: it has a Kotlin of its own, for Lincheck.
    command.add(
        jars.stream().map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator))
            + java.io.File.pathSeparator
            + classPath);
    return command;
  }
}
