/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.profile;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import one.convert.Arguments;
import one.convert.CallStack;
import one.convert.Filter;
import one.convert.FlameGraph;
import one.convert.Frame;
import one.convert.JfrConverter;
import one.jfr.Dictionary;
import one.jfr.JfrReader;
import one.jfr.StackTrace;
import one.jfr.event.Event;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The recording of one JVM, read for what was measured. An iteration holds more than its measured
 * loop: states that are made, set-ups, and tear-downs in which a benchmark checks its answers. The
 * samples of these are left out; and while the only thread of a benchmark is there, those of all
 * threads. JMH's main thread and the profiler itself are left out, too.
 */
final class Recording extends JfrConverter {

  /** The root of stacks of the JIT compiler's threads, whatever these are called. */
  static final String COMPILER = "JIT compiler";

  private static final String COMPILER_LOOP = "CompileBroker::compiler_thread_loop";

  /** Names as long as the operating system keeps them. */
  private static final List<String> COMPILER_THREADS =
      List.of("C1 CompilerThre", "C2 CompilerThre");

  /** Threads of the JVM that are written in Java, by their outermost frames. */
  private static final Set<String> IDLE =
      Set.of(
          "java/lang/ref/Reference$ReferenceHandler.run",
          "java/lang/ref/Finalizer$FinalizerThread.run",
          "jdk/internal/misc/InnocuousThread.run");

  private static final String MAIN = "org/openjdk/jmh/runner/ForkedMain.main";
  private static final String SUITE = "dev/lockstep/jmh/";
  private static final String PROFILER = "WallClock::";

  private static final String GENERATED = "/jmh_generated/";

  /** What the names of the generated methods end in that hold the measured loop. */
  private static final String LOOP = "_jmhStub";

  private static final Pattern LAMBDA = Pattern.compile("^lambda\\$(.*)\\$[0-9]+$");

  /** Between two clock readings, in nanoseconds. */
  record Window(long from, long to) {
    private boolean holds(long time) {
      return from <= time && time <= to;
    }
  }

  private final Map<Graph, FlameGraph> graphs;
  private final List<Window> only;
  private final String root;
  private final List<Window> recorded = new ArrayList<>();
  private final Map<Graph, Long> samples = new HashMap<>();
  private final Map<String, Boolean> outside = new HashMap<>();

  private Recording(JfrReader jfr, Map<Graph, FlameGraph> graphs, List<Window> only, String root) {
    super(jfr, new Arguments("--threads"));
    this.graphs = graphs;
    this.only = only;
    this.root = root;
  }

  /**
   * What has been read.
   *
   * @param engine what really took the samples
   * @param windows in which it was recorded
   */
  record Read(String engine, List<Window> windows, Map<Graph, Long> samples) {}

  /**
   * Adds the samples of a recording to graphs.
   *
   * @param only if not null, samples outside of these windows are left out
   * @param root if not null, a frame below which all stacks stand
   * @throws IOException if the recording is missing or damaged
   */
  static Read read(Path file, Map<Graph, FlameGraph> graphs, List<Window> only, String root)
      throws IOException {
    try (JfrReader jfr = new JfrReader(file.toString())) {
      Recording recording = new Recording(jfr, graphs, only, root);
      recording.convert();
      return new Read(
          jfr.settings.getOrDefault("engine", "unknown"), recording.recorded, recording.samples);
    } catch (RuntimeException e) {
      throw new IOException("the recording is damaged (" + e + ")", e);
    }
  }

  /** Called for each chunk. Nothing is left for the collector, since one pass serves all graphs. */
  @Override
  protected void collectEvents(Filter filter) throws IOException {
    List<Event> events = new ArrayList<>();
    for (Event event; (event = jfr.readEvent()) != null; ) {
      events.add(event);
    }
    recorded.add(new Window(jfr.chunkStartNanos, jfr.chunkEndNanos));
    Dictionary<Boolean> outsideStacks = new Dictionary<>();
    List<Window> pauses = pauses(events, outsideStacks);
    for (Event event : events) {
      long time = jfr.eventTimeToNanos(event.time);
      if ((only == null || only.stream().anyMatch(window -> window.holds(time)))
          && pauses.stream().noneMatch(pause -> pause.holds(time))
          && !isOutside(event, outsideStacks)) {
        graphs.forEach((graph, flames) -> add(event, graph, flames));
      }
    }
  }

  private void add(Event event, Graph graph, FlameGraph flames) {
    StackTrace trace = jfr.stackTraces.get(event.stackTraceId);
    if (trace == null || !graph.shows(event, jfr) || (graph == Graph.WALL && isIdle(trace))) {
      return;
    }
    CallStack stack = new CallStack();
    if (root != null) {
      stack.push(root, Frame.TYPE_NATIVE);
    }
    if (isCompiler(event, trace)) {
      stack.push(COMPILER, Frame.TYPE_NATIVE);
    }
    for (int i = trace.methods.length - 1; i >= 0; i--) {
      stack.push(name(trace, i), trace.types[i]);
    }
    if (event.classId() != 0) {
      stack.push(getClassName(event.classId()), Frame.TYPE_INLINED);
    }
    flames.addSample(stack, graph.weight(event, jfr));
    samples.merge(graph, event.samples(), Long::sum);
  }

  private String name(StackTrace trace, int frame) {
    return getMethodName(trace.methods[frame], trace.types[frame]);
  }

  private boolean isCompiler(Event event, StackTrace trace) {
    String thread = jfr.threads.get(event.tid);
    if (thread != null && COMPILER_THREADS.stream().anyMatch(thread::startsWith)) {
      return true;
    }
    for (int i = trace.methods.length - 1; i >= 0; i--) {
      if (name(trace, i).equals(COMPILER_LOOP)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a thread does nothing in this program, ever. */
  private boolean isIdle(StackTrace trace) {
    boolean java = false;
    for (int i = trace.methods.length - 1; i >= 0; i--) {
      java |= !isNativeFrame(trace.types[i]);
      if (IDLE.contains(name(trace, i))) {
        return true;
      }
    }
    return !java;
  }

  /** When the one thread of a benchmark was seen elsewhere than in its measured loop. */
  private List<Window> pauses(List<Event> events, Dictionary<Boolean> outsideStacks) {
    Set<Integer> threads = new HashSet<>();
    List<Window> pauses = new ArrayList<>();
    for (Event event : events) {
      Graph graph = Graph.CPU.shows(event, jfr) ? Graph.CPU : Graph.WALL;
      if (graph.shows(event, jfr) && isOfBenchmark(event)) {
        threads.add(event.tid);
        if (isOutside(event, outsideStacks)) {
          long from = jfr.eventTimeToNanos(event.time);
          pauses.add(new Window(from, from + graph.nanos(event)));
        }
      }
    }
    return threads.size() == 1 ? pauses : List.of();
  }

  private boolean isOfBenchmark(Event event) {
    StackTrace trace = jfr.stackTraces.get(event.stackTraceId);
    for (int i = 0; trace != null && i < trace.methods.length; i++) {
      if (name(trace, i).contains(GENERATED)) {
        return true;
      }
    }
    return false;
  }

  private boolean isOutside(Event event, Dictionary<Boolean> known) {
    Boolean is = known.get(event.stackTraceId);
    if (is == null) {
      is = isOutside(jfr.stackTraces.get(event.stackTraceId));
      known.put(event.stackTraceId, is);
    }
    return is;
  }

  /** The generated code calls what belongs to one invocation in the loop, as the benchmark. */
  private boolean isOutside(StackTrace trace) {
    boolean generated = false;
    boolean loop = false;
    for (int i = 0; trace != null && i < trace.methods.length; i++) {
      String name = name(trace, i);
      if (name.equals(MAIN) || name.startsWith(PROFILER)) {
        return true;
      }
      // A stack that broke off below it has no generated code.
      if (name.startsWith(SUITE) && outside.computeIfAbsent(name, Recording::isUntimed)) {
        return true;
      }
      if (name.contains(GENERATED)) {
        generated = true;
        loop |= name.endsWith(LOOP);
        if (i > 0 && outside.computeIfAbsent(name(trace, i - 1), Recording::isUntimed)) {
          return true;
        }
      }
    }
    return generated && !loop;
  }

  /**
   * Whether a method, or the one that a lambda stands in, says by an annotation that it is never
   * called in the measured time; one whose class cannot be found here does not say so. A lambda of
   * a set-up may be what is measured.
   */
  static boolean isUntimed(String frame) {
    int dot = frame.lastIndexOf('.');
    if (dot < 0) {
      return false;
    }
    try {
      Class<?> type =
          Class.forName(
              frame.substring(0, dot).replace('/', '.'), false, Recording.class.getClassLoader());
      Matcher lambda = LAMBDA.matcher(frame.substring(dot + 1));
      String name = lambda.replaceFirst("$1");
      for (Method method : type.getDeclaredMethods()) {
        if (method.getName().equals(name)
            && (method.isAnnotationPresent(Untimed.class)
                || (method.isAnnotationPresent(Setup.class) && !lambda.matches())
                || method.isAnnotationPresent(TearDown.class))) {
          return true;
        }
      }
      return false;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
