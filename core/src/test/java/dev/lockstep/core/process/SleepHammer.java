/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The one moment that must not go wrong, again and again, in a JVM that compiles with C2: one
 * thread puts a byte in and looks whether it must ring, the other announces its sleep and looks
 * whether a byte is there. Prints how often neither noticed the other.
 */
final class SleepHammer {

  private SleepHammer() {}

  /** Takes the file of a link and the number of rounds. */
  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[0]);
    int rounds = Integer.parseInt(args[1]);
    Link first = Link.create(file, Arena.global());
    Link second = Link.open(file, Arena.global());
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger ended = new AtomicInteger();
    boolean[] rung = new boolean[1];
    Thread writer =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  byte[] bytes = new byte[1];
                  for (int round = 1; round <= rounds; round++) {
                    await(begun, round);
                    linger(round % 7);
                    int _ = first.out().write(bytes, 0, 1);
                    rung[0] = first.mustRing();
                    ended.setRelease(round);
                  }
                });
    byte[] bytes = new byte[1];
    int missed = 0;
    for (int round = 1; round <= rounds; round++) {
      begun.setRelease(round);
      linger(round % 11);
      second.announceSleep();
      boolean seen = second.in().read(bytes, 0, 1) == 1;
      await(ended, round);
      if (!seen) {
        if (!rung[0]) {
          missed++;
        }
        int _ = second.in().read(bytes, 0, 1);
      }
      second.awake();
    }
    writer.join();
    System.out.println(missed);
  }

  @SuppressWarnings("ThreadPriorityCheck") // where there is one CPU only
  private static void await(AtomicInteger counter, int value) {
    for (int looks = 0; counter.getAcquire() < value; looks++) {
      if (looks > 1000) {
        Thread.yield();
      } else {
        Thread.onSpinWait();
      }
    }
  }

  private static void linger(int times) {
    for (int i = 0; i < times; i++) {
      Thread.onSpinWait();
    }
  }
}
