/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.profile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * async-profiler as an agent of worker processes. A profiler sees only its own process; the work of
 * a pool of processes is done in others, which each write a recording when they end.
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
      Path library = Files.createTempFile("lockstep-profiler", ".so");
      Files.write(library, in.readAllBytes());
      return Optional.of(new WorkerAgent(library));
    }
  }

  private static String platform() {
    String os = System.getProperty("os.name").startsWith("Mac") ? "macos" : "linux";
    String arch = System.getProperty("os.arch").equals("aarch64") ? "arm64" : "x64";
    return os.equals("macos") ? os : os + "-" + arch;
  }

  /** The argument of a worker; {@code %p} in it stands for the worker's process id. */
  public String argument(String event, Path directory) {
    return "-agentpath:%s=start,jfr,event=%s,interval=1ms,file=%s"
        .formatted(library, event, directory.resolve(RECORDING + "%p.jfr"));
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
  }
}
