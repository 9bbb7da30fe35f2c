/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.unit;

import dev.lockstep.core.unit.Unit;
import java.util.concurrent.CountDownLatch;

/**
 * A new thread for the work, which the caller sees begin and does not wait for: broken on purpose.
 */
final class StartedOnlyUnit implements Unit {

  @Override
  public void run(Runnable work) throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(1);
    Thread _ =
        Thread.ofVirtual()
            .start(
                () -> {
                  begun.countDown();
                  work.run();
                });
    begun.await(); // the mistake: that it has begun is not that it has ended
  }
}
