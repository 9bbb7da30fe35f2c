/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * async-profiler as an agent of worker processes. A profiler sees only its own process; the work of
 * a pool of processes is done in others. Each of them records from its start until its end; what is
 * outside the windows of the process that they work for is left out when graphs are made of it, so
 * nobody has to tell workers when to record.
 *
 * @param library the native library, in a file of its own as long as workers may start
 */
public record WorkerAgent(Path library) implements AutoCloseable {

  private static final String RECORDING = "worker-";

  /** Unpacks the library of this machine; empty if the artifact has none for it. */
  public static Optional<WorkerAgent> unpack() throws IOException {
    String name = "/" + platform() + "/libasyncProfiler.so";
    try (InputStream in = WorkerAgent.class.getResourceAsStream(name)) {
      if (in == null) {
        return Optional.empty();
      }
      Path library = PlainDirectory.forLibrary("lockstep-profiler").resolve("libasyncProfiler.so");
      Files.write(library, in.readAllBytes());
      return Optional.of(new WorkerAgent(library));
    }
  }

  private static String platform() {
    String os = System.getProperty("os.name").startsWith("Mac") ? "macos" : "linux";
    String arch = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
    return os.equals("macos") ? os : os + "-" + arch;
  }

  /**
   * A new directory that workers can write to, in the given one or elsewhere.
   *
   * @throws IOException if there is none
   */
  public static Path directory(Path wanted) throws IOException {
    return PlainDirectory.forFiles(".workers", wanted);
  }

  /** The argument of a worker; {@code %p} in it stands for the worker's process id. */
  public String argument(Path directory) {
    return "-agentpath:%s=start,jfr,%s,file=%s"
        .formatted(
            library,
            Graph.options(EnumSet.of(Graph.CPU)),
            directory.resolve(RECORDING + "%p" + FlameRecorder.ENDING));
  }

  /** The recordings that workers have left. */
  public static List<Path> recordings(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(RECORDING))
          .filter(file -> file.getFileName().toString().endsWith(FlameRecorder.ENDING))
          .sorted()
          .toList();
    }
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(library);
    Files.deleteIfExists(library.getParent());
  }
}
