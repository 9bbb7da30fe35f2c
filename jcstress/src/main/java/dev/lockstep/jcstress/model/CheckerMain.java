/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.run.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The program of a {@link CheckerJvm}: it makes the checks it is given and keeps each result. */
public final class CheckerMain {

  private static final int PARENT_GONE = 1;

  private CheckerMain() {}

  /**
   * Takes the directory of the results, the most interleavings of one check, and the ids, all to
   * one checker.
   */
  public static void main(String[] arguments) throws IOException {
    endWithParent();
    Path results = Path.of(arguments[0]);
    int most = Integer.parseInt(arguments[1]);
    Map<String, ModelCheck> checks =
        ModelChecks.all().stream().collect(Collectors.toMap(ModelCheck::id, Function.identity()));
    boolean instrumented = false;
    for (String id : List.of(arguments).subList(2, arguments.length)) {
      ModelCheck check = checks.get(id);
      if (check == null) {
        throw new IllegalArgumentException("there is no check " + id);
      }
      ModelResult result =
          switch (check.question().checker()) {
            case LINCHECK -> {
              if (!instrumented) {
                Lincheck.install();
                instrumented = true;
              }
              yield Lincheck.check(check, most(check, most));
            }
            case FRAY -> Fray.check(check, most(check, most), results.resolve("fray"));
          };
      keep(results.resolve(check.fileName() + ".json"), result);
    }
    // Threads of a check that hung are still there.
    Runtime.getRuntime().halt(0);
  }

  private static int most(ModelCheck check, int most) {
    return check.planned().expect().equals(ModelChecks.BREAKS)
        ? Math.max(most, ModelPlan.MOST_OF_A_BUG)
        : most;
  }

  private static void keep(Path file, ModelResult result) throws IOException {
    Path temporary = file.resolveSibling(".writing-" + file.getFileName());
    Files.write(temporary, Json.write(result));
    Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Ends this JVM when the run ends, even if the run was killed and could not clean up. */
  private static void endWithParent() {
    ProcessHandle parent = ProcessHandle.current().parent().orElseThrow();
    CompletableFuture<Void> _ =
        parent.onExit().thenRun(() -> Runtime.getRuntime().halt(PARENT_GONE));
  }
}
