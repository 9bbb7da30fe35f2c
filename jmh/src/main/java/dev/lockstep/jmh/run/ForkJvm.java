/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import java.util.ArrayList;
import java.util.List;

/** The JVM of every price fork, the same on every machine and in every plan. */
final class ForkJvm {

  /**
   * What a JVM would choose by the size of the machine is named, so that two machines, or two
   * nights with different memory, differ in nothing but their speed. G1 is what a JVM takes by
   * itself from two CPUs and 2 GB on, so figures are those of a service that nobody has tuned. A
   * heap of 1 GB holds what any trial allocates between collections, and leaves room for the worker
   * processes, the stacks of ten thousand threads and the harness on a machine of 4 GB; least and
   * most are equal, so that no heap grows inside a measurement. Messages are in English, since they
   * are recorded.
   */
  static final List<String> ARGUMENTS =
      List.of(
          "-Xms1g",
          "-Xmx1g",
          "-XX:+UseG1GC",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Duser.language=en",
          "-Duser.country=US");

  private ForkJvm() {}

  /** {@link #ARGUMENTS}, and where the harness itself puts temporary files. */
  static List<String> arguments() {
    List<String> all = new ArrayList<>(ARGUMENTS);
    all.add("-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"));
    return all;
  }
}
