/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.profile;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Whether this machine can profile: asked once, in a JVM of its own, since a native library that
 * fails must not take the run with it.
 *
 * @param available whether a recording could be started and stopped
 * @param why if not, one sentence with the cause and the remedy; else null
 */
public record Profiling(boolean available, String why) {

  private static final int PATIENCE_SECONDS = 30;
  private static final String WORKS = "profiling works";

  /** Asks for an event such as {@code cpu}, with JVM options such as a system property. */
  public static Profiling probe(String event, List<String> jvmOptions) throws InterruptedException {
    Path out = null;
    try {
      out = Files.createTempFile("lockstep-probe", ".txt");
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(jvmOptions);
      command.addAll(
          List.of(
              "--enable-native-access=ALL-UNNAMED",
              "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
              "-cp",
              System.getProperty("java.class.path"),
              Profiling.class.getName(),
              event));
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(out.toFile())
              .start();
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return unavailable("it did not answer within " + PATIENCE_SECONDS + " s");
      }
      String said = Files.readString(out, StandardCharsets.UTF_8).strip();
      if (process.exitValue() == 0 && said.endsWith(WORKS)) {
        return new Profiling(true, null);
      }
      return unavailable(said.isEmpty() ? "exit code " + process.exitValue() : lastLine(said));
    } catch (IOException e) {
      return unavailable(e.getMessage());
    } finally {
      remove(out);
    }
  }

  private static void remove(Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      file.toFile().deleteOnExit();
    }
  }

  private static String lastLine(String text) {
    return text.substring(text.lastIndexOf('\n') + 1);
  }

  private static Profiling unavailable(String cause) {
    return new Profiling(
        false,
        "This machine cannot profile (%s), so there are no flame graphs: run on Linux or macOS, and allow perf events or a directory for temporary files that native code may be loaded from."
            .formatted(cause));
  }

  /** The probe itself: starts and stops a recording that is thrown away. */
  public static void main(String[] arguments) {
    PrintStream out = System.out;
    int code = 0;
    Path file = null;
    try {
      Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
      file = PlainDirectory.forFiles("lockstep-probe", temporary).resolve("probe.jfr");
      FlameRecorder.execute("start,jfr,event=%s,file=%s".formatted(arguments[0], file));
      FlameRecorder.execute("stop,file=" + file);
      out.println(WORKS);
    } catch (IllegalStateException | LinkageError | IOException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      out.println(cause.getMessage());
      code = 1;
    } finally {
      if (file != null) {
        remove(file);
        remove(file.getParent());
      }
    }
    System.exit(code);
  }
}
