/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.run;

/** Sees to it that nothing which this process started outlives it, and that it outlives nobody. */
final class Children {

  private static final int INTERRUPTED = 130;

  private Children() {}

  /** Ends the forks when this process ends by {@code Ctrl-C} or a signal. */
  static void endWithThis() {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly),
                "end-children"));
  }

  /** Ends this process when the one that started it is gone, even by {@code kill -9}. */
  static void endWithParent() {
    ProcessHandle.current().parent().ifPresent(Children::endAfter);
  }

  private static void endAfter(ProcessHandle parent) {
    Thread.ofPlatform()
        .daemon()
        .name("watch-parent")
        .start(
            () -> {
              parent.onExit().join();
              System.exit(INTERRUPTED);
            });
  }
}
