/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.jmh.profile.FlameRecorder;
import dev.lockstep.jmh.profile.Flames;
import dev.lockstep.jmh.profile.ForkSetup;
import dev.lockstep.jmh.profile.Graph;
import dev.lockstep.jmh.profile.Profiling;
import dev.lockstep.run.Harness;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Flame graphs by hand, without a run directory: the first argument is the directory to write to,
 * the others are JMH's own, such as {@code CounterCost -p kind=ATOMIC -t 2}. One fork per trial,
 * and two graphs: of CPU time, and of where threads are, at work or waiting.
 */
public final class Flame {

  private static final Set<Graph> GRAPHS = EnumSet.of(Graph.CPU, Graph.WALL);

  private Flame() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    System.exit(run(arguments, System.out, System.err));
  }

  private static int run(String[] arguments, PrintStream out, PrintStream err)
      throws IOException, InterruptedException {
    if (arguments.length < 2) {
      err.println(
          "Name a directory and a benchmark, for example: flames CounterCost -p kind=ATOMIC");
      return Harness.FAILED;
    }
    Profiling profiling = Profiling.probe("cpu", List.of());
    if (!profiling.available()) {
      err.println(profiling.why());
      return Harness.REFUSED;
    }
    Path directory = Files.createDirectories(Path.of(arguments[0])).toAbsolutePath();
    String[] rest = List.of(arguments).subList(1, arguments.length).toArray(String[]::new);
    try {
      Options options =
          new OptionsBuilder()
              .parent(new CommandLineOptions(rest))
              .forks(1)
              .shouldFailOnError(true)
              .addProfiler(ForkSetup.class)
              .addProfiler(FlameRecorder.class, Graph.format(GRAPHS) + "," + directory)
              .jvmArgsPrepend("-XX:+UnlockDiagnosticVMOptions", "-XX:+DebugNonSafepoints")
              .build();
      new Runner(options).run();
    } catch (CommandLineOptionException | RunnerException e) {
      err.println(e.getMessage());
      return Harness.REFUSED;
    }
    for (Path recording : recordings(directory)) {
      String id = recording.getFileName().toString().replace(FlameRecorder.ENDING, "");
      Path home = directory.resolve(id);
      Flames flames =
          Flames.convert(List.of(new Flames.Jvm(recording, List.of())), GRAPHS, home, id);
      Files.delete(recording);
      for (Flames.Made made : flames.graphs()) {
        out.printf(
            "%s (%d samples by %s)%n",
            home.resolve(made.graph().html()), made.samples(), flames.engine());
      }
    }
    return Harness.RECORDED;
  }

  private static List<Path> recordings(Path directory) throws IOException {
    List<Path> recordings = new ArrayList<>();
    try (var files = Files.newDirectoryStream(directory, "*" + FlameRecorder.ENDING)) {
      files.forEach(recordings::add);
    }
    return recordings;
  }
}
