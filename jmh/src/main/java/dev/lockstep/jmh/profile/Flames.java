/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import one.convert.Arguments;
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
    Flames flames = read(recording);
    if (flames.samples == 0) {
      throw new IOException("the recording holds no samples");
    }
    Files.createDirectories(directory);
    for (String name : new String[] {COLLAPSED, HTML}) {
      Path temporary = directory.resolve(".writing-" + name);
      JfrToFlame.convert(
          recording.toString(),
          temporary.toString(),
          new Arguments(
              "--output", name.endsWith("html") ? "flamegraph" : "collapsed", "--title", title));
      if (name.equals(COLLAPSED)) {
        Files.writeString(temporary, withoutMarks(Files.readString(temporary)));
      }
      Files.move(temporary, directory.resolve(name));
    }
    return flames;
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
