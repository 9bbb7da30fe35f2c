/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.jmh.profile.ForkSetup;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.Main;

/**
 * {@code java -jar benchmarks.jar}: JMH's own main with all its options. The one thing added makes
 * {@code -p workers=2} mean two carriers for virtual threads as well.
 */
public final class Jmh {

  private Jmh() {}

  public static void main(String[] arguments) throws Exception {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("-prof");
    all.add(ForkSetup.class.getName());
    Main.main(all.toArray(String[]::new));
  }
}
