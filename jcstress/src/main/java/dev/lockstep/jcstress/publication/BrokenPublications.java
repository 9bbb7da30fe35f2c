/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.publication;

import dev.lockstep.core.publication.Publication;
import dev.lockstep.jcstress.proof.Broken;

/** Publications broken on purpose, for the twins of stress tests. */
public final class BrokenPublications {

  private BrokenPublications() {}

  @Broken(bug = "the reader sleeps until it is woken, and nobody wakes it")
  public static final class NobodyWoken implements Publication {

    private int number = ABSENT;

    @Override
    public synchronized void publish(int number) {
      this.number = number;
    }

    @Override
    public synchronized int read() {
      try {
        while (number == ABSENT) {
          wait();
        }
        return number;
      } catch (InterruptedException e) {
        throw new AssertionError("nobody interrupts this reader", e);
      }
    }
  }
}
