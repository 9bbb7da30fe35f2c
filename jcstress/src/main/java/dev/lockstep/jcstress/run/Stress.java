/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.openjdk.jcstress.Main;

/**
 * jcstress's own program with all its options, whose forked JVMs get what the tests of this suite
 * need: {@code java -jar jcstress.jar} starts it.
 */
public final class Stress {

  private static final String PREPEND = "-jvmArgsPrepend";

  private Stress() {}

  public static void main(String[] arguments) throws Exception {
    Main.main(withForkArguments(List.of(arguments)).toArray(String[]::new));
  }

  /**
   * jcstress splits the value of that option at its blanks if it is given once, and takes every
   * value for one argument if it is given several times. What the user says comes last and wins.
   */
  static List<String> withForkArguments(List<String> arguments) {
    List<String> all = new ArrayList<>(arguments);
    int given = all.indexOf(PREPEND);
    if (Collections.frequency(all, PREPEND) == 1 && given + 1 < all.size()) {
      all.set(given + 1, String.join(" ", ForkJvm.ARGUMENTS) + " " + all.get(given + 1));
      return all;
    }
    List<String> ours = new ArrayList<>();
    for (String argument : ForkJvm.ARGUMENTS) {
      ours.add(PREPEND);
      ours.add(argument);
    }
    all.addAll(0, ours);
    return all;
  }
}
