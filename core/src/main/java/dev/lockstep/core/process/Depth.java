/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

/**
 * Keeps workers from having workers. Python needs {@code if __name__ == "__main__"} for it, since
 * its workers may run the main program again; a worker here has a main class of its own, and what
 * is left is a task that makes a pool.
 */
final class Depth {

  /** Set in the environment of a worker, and so of everything that it starts. */
  static final String VARIABLE = "LOCKSTEP_WORKER";

  private Depth() {}

  /** Throws in a worker. */
  static void check() {
    if (System.getenv(VARIABLE) != null) {
      throw new IllegalStateException(
          "a worker process has no workers of its own: make the pool in the process that started"
              + " it");
    }
  }
}
