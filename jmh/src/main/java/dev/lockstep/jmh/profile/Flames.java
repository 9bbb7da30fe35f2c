/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.profile;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import one.convert.Arguments;
import one.convert.FlameGraph;
import one.convert.JfrToFlame;

/**
 * What came out of one recording.
 *
 * @param engine what really took the samples: {@code perf_events}, {@code ctimer}, {@code itimer} …
 * @param samples number of stack traces in the flame graph
 */
public record Flames(String engine, int samples) {

  public static final String HTML = "cpu.html";
  public static final String COLLAPSED = "cpu.collapsed";

  private static final Pattern MARK = Pattern.compile("_\\[[0-9a-z]](?=[; ])");

  /**
   * Makes both forms of the flame graph from a recording.
   *
   * @throws IOException if the recording is missing, damaged or without samples; then no file is
   *     left
   */
  public static Flames convert(Path recording, Path directory, String title) throws IOException {
    return convert(recording, List.of(), directory, title);
  }

  /**
   * The same of a process and its workers: each worker's stacks stand under a frame with the name
   * of its recording. A worker whose recording cannot be read is left out.
   */
  public static Flames convert(Path recording, List<Path> workers, Path directory, String title)
      throws IOException {
    Flames flames = read(recording);
    Files.createDirectories(directory);
    StringBuilder stacks = new StringBuilder(collapsed(recording, directory));
    int samples = flames.samples;
    for (Path worker : workers) {
      Optional<Flames> readable = readable(worker);
      if (readable.isPresent()) {
        samples += readable.get().samples;
        String name = worker.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        collapsed(worker, directory)
            .lines()
            .forEach(line -> stacks.append(name).append(';').append(line).append('\n'));
      }
    }
    if (samples == 0) {
      throw new IOException("the recording holds no samples");
    }
    FlameGraph graph = new FlameGraph(new Arguments("--output", "flamegraph", "--title", title));
    graph.parseCollapsed(new StringReader(stacks.toString()));
    Path html = directory.resolve(".writing-" + HTML);
    try (OutputStream out = Files.newOutputStream(html)) {
      graph.dump(out);
    }
    Path collapsed = directory.resolve(".writing-" + COLLAPSED);
    Files.writeString(collapsed, withoutMarks(stacks.toString()));
    Files.move(collapsed, directory.resolve(COLLAPSED));
    Files.move(html, directory.resolve(HTML));
    return new Flames(flames.engine, samples);
  }

  /** A worker that lived for a moment, or was ended, leaves half a recording. */
  private static Optional<Flames> readable(Path worker) {
    try {
      return Optional.of(read(worker));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static String collapsed(Path recording, Path directory) throws IOException {
    Path file = directory.resolve(".writing-stacks");
    try {
      JfrToFlame.convert(
          recording.toString(), file.toString(), new Arguments("--output", "collapsed"));
      return Files.readString(file);
    } finally {
      Files.deleteIfExists(file);
    }
  }

  /**
   * Frames carry a mark of how they were compiled; other readers of this format know only names.
   */
  static String withoutMarks(String collapsed) {
    return MARK.matcher(collapsed).replaceAll("");
  }

  private static Flames read(Path recording) throws IOException {
    String engine = "unknown";
    int samples = 0;
    try (RecordingFile file = new RecordingFile(recording)) {
      while (file.hasMoreEvents()) {
        RecordedEvent event = file.readEvent();
        switch (event.getEventType().getName()) {
          case "jdk.ExecutionSample" -> samples++;
          case "jdk.ActiveSetting" -> {
            if ("engine".equals(event.getString("name"))) {
              engine = event.getString("value");
            }
          }
          default -> {}
        }
      }
    }
    return new Flames(engine, samples);
  }
}
