/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.run;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * What the command line of a harness asks for.
 *
 * @param directory the run directory
 * @param replaceable whether a run of other code or plan may be put aside: true for the default
 *     directory, which is nobody's archive
 * @param budget how long the whole run may take
 * @param adaptive whether figures that are not narrow enough get more forks than planned
 * @param withParent whether to end when the process that started this one ends
 */
public record RunRequest(
    Plan plan,
    Path directory,
    boolean replaceable,
    Budget budget,
    boolean adaptive,
    boolean withParent) {

  static final String WITH_PARENT = "--with-parent";

  /**
   * Reads {@code --plan=P --run-dir=D --default-run-dir=D --budget=default|none|90m|2h --since=T
   * --adaptive=true|false --with-parent}. Without a budget it is that of the plan, and without an
   * instant it counts from now on.
   *
   * @throws RefusedException if an option is unknown, missing or malformed
   */
  public static RunRequest parse(String... arguments) {
    String plan = null;
    String directory = null;
    String standard = "";
    String budget = "default";
    String since = Instant.now().toString();
    boolean adaptive = true;
    boolean withParent = false;
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      String name = equals < 0 ? argument : argument.substring(0, equals);
      String value = argument.substring(equals + 1);
      switch (name) {
        case "--plan" -> plan = value;
        case "--run-dir" -> directory = value;
        case "--default-run-dir" -> standard = value;
        case "--budget" -> budget = value;
        case "--since" -> since = value;
        case "--adaptive" -> adaptive = Boolean.parseBoolean(value);
        case WITH_PARENT -> withParent = true;
        case "--mark" -> {} // for whoever started the harness; see Harness
        default -> throw usage("does not know \"" + argument + "\"");
      }
    }
    if (plan == null || directory == null || directory.isBlank()) {
      throw usage("needs a plan and a run directory");
    }
    Plan asked = Plan.of(plan);
    return new RunRequest(
        asked,
        path(directory),
        directory.equals(standard),
        Budget.parse(budget, asked, since),
        adaptive,
        withParent);
  }

  private static Path path(String directory) {
    Path path;
    try {
      path = Path.of(directory).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new RefusedException(
          "\"%s\" cannot be a run directory (%s): name another with -Drun.dir=DIR, or set LC_ALL=C.UTF-8."
              .formatted(directory, e.getReason()),
          e);
    }
    if (path.toString().contains(File.pathSeparator)) {
      throw new RefusedException(
          "%s cannot be a run directory, since \"%s\" parts the entries of a class path: name another with -Drun.dir=DIR."
              .formatted(path, File.pathSeparator));
    }
    return path;
  }

  private static RefusedException usage(String what) {
    return new RefusedException(
        "The run %s: use --plan=quick --run-dir=DIR [--budget=2h].".formatted(what));
  }
}
