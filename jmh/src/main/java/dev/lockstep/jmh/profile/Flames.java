/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.profile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import one.convert.Arguments;
import one.convert.FlameGraph;

/**
 * What came out of the recordings of one trial.
 *
 * @param engine what really took the samples: {@code perf_events}, {@code ctimer}, {@code itimer} …
 */
public record Flames(String engine, List<Made> graphs) {

  /**
   * One flame graph.
   *
   * @param samples stack traces in it; 0 if there was nothing to see, and then there are no files
   * @param compilerShare how much of it the threads of the JIT compiler are, from 0 to 1
   */
  public record Made(Graph graph, long samples, double compilerShare) {}

  /**
   * What one JVM has left.
   *
   * @param workers recordings of its worker processes, which were recorded from their start on: of
   *     them counts what lies in the windows in which the JVM itself was recorded
   */
  public record Jvm(Path recording, List<Path> workers) {}

  private static final Pattern MARK = Pattern.compile("_\\[[0-9a-z]](?=[; ])");

  /**
   * Makes both forms of each graph. The stacks of worker processes stand under a frame with the
   * name of their recording; a worker whose recording cannot be read is left out.
   *
   * @throws IOException if a recording is missing or damaged, or without samples where there must
   *     be some; then no file is left
   */
  public static Flames convert(List<Jvm> jvms, Set<Graph> graphs, Path directory, String title)
      throws IOException {
    Map<Graph, FlameGraph> stacks = new EnumMap<>(Graph.class);
    Map<Graph, Long> samples = new EnumMap<>(Graph.class);
    for (Graph graph : graphs) {
      stacks.put(graph, new FlameGraph(new Arguments("--output", "collapsed")));
    }
    String engine = "unknown";
    for (Jvm jvm : jvms) {
      Recording.Read own = Recording.read(jvm.recording, stacks, null, null);
      engine = own.engine();
      own.samples().forEach((graph, count) -> samples.merge(graph, count, Long::sum));
      for (Path worker : jvm.workers) {
        try {
          String name = worker.getFileName().toString().replaceFirst("\\.[^.]*$", "");
          Recording.read(worker, stacks, own.windows(), name)
              .samples()
              .forEach((graph, count) -> samples.merge(graph, count, Long::sum));
        } catch (IOException e) {
          // One that lived for a moment, or was ended, leaves half a recording or none.
        }
      }
    }
    for (Graph graph : graphs) {
      // What sleeps all the time may meet no sample of CPU time; those of where it stands show that
      // it was recorded.
      boolean sleeps = graph == Graph.CPU && samples.containsKey(Graph.WALL);
      if (!samples.containsKey(graph) && !graph.mayBeEmpty() && !sleeps) {
        throw new IOException("the recording holds no samples (" + graph.id() + ")");
      }
    }
    List<Made> made = new ArrayList<>();
    for (Graph graph : graphs) {
      String text = text(stacks.get(graph));
      if (samples.containsKey(graph)) {
        write(graph, text, directory, title);
      }
      made.add(new Made(graph, samples.getOrDefault(graph, 0L), compilerShare(text)));
    }
    return new Flames(engine, made);
  }

  private static String text(FlameGraph stacks) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    stacks.dump(text);
    return text.toString(StandardCharsets.UTF_8);
  }

  private static void write(Graph graph, String stacks, Path directory, String title)
      throws IOException {
    FlameGraph flames =
        new FlameGraph(
            new Arguments("--output", "flamegraph", "--title", title + " · " + graph.id()));
    flames.parseCollapsed(new StringReader(stacks));
    Files.createDirectories(directory);
    Path html = directory.resolve(".writing-" + graph.html());
    try (OutputStream out = Files.newOutputStream(html)) {
      flames.dump(out);
    }
    Path collapsed = directory.resolve(".writing-" + graph.collapsed());
    Files.writeString(collapsed, withoutMarks(stacks));
    Files.move(
        collapsed, directory.resolve(graph.collapsed()), StandardCopyOption.REPLACE_EXISTING);
    Files.move(html, directory.resolve(graph.html()), StandardCopyOption.REPLACE_EXISTING);
  }

  /** How much of a graph lies below the frame of the JIT compiler's threads. */
  static double compilerShare(String collapsed) {
    long all = 0;
    long compiler = 0;
    for (String line : withoutMarks(collapsed).lines().toList()) {
      int space = line.lastIndexOf(' ');
      long count = Long.parseLong(line.substring(space + 1));
      all += count;
      if (List.of(line.substring(0, space).split(";")).contains(Recording.COMPILER)) {
        compiler += count;
      }
    }
    return all == 0 ? 0 : (double) compiler / all;
  }

  /**
   * Frames carry a mark of how they were compiled; other readers of this format know only names.
   */
  static String withoutMarks(String collapsed) {
    return MARK.matcher(collapsed).replaceAll("");
  }
}
