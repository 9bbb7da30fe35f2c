/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.watch;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/** The thread that looks after all watches of a JVM. */
final class Watchdog {

  private static final Duration PERIOD = Duration.ofMillis(5);

  /** A look that is late by more periods says nothing: what delayed it delayed others, too. */
  private static final int PUNCTUAL = 4;

  private static final int LOOKS = (int) Duration.ofSeconds(1).dividedBy(PERIOD);

  /** Enough when this JVM has seen a late thread before, and only their number is in question. */
  private static final int FEWER_LOOKS = 5;

  private static final Duration SHORTER_PERIOD = Duration.ofMillis(1);

  /** What a thread is in; one place for each thread, so that nobody waits for anybody. */
  private static final class Place {
    private volatile Party party;
  }

  private static final List<Place> PLACES = new CopyOnWriteArrayList<>();

  private static final ThreadLocal<Place> PLACE =
      ThreadLocal.withInitial(
          () -> {
            Place place = new Place();
            PLACES.add(place);
            return place;
          });

  static {
    Thread.ofPlatform().daemon().name("watchdog").start(new Watchdog()::watch);
  }

  private final Map<Watch, Integer> looks = new HashMap<>();
  private int enough = LOOKS;
  private Duration period = PERIOD;

  private Watchdog() {}

  static void begins(Party party) {
    PLACE.get().party = party;
  }

  static void ends() {
    PLACE.get().party = null;
  }

  private void watch() {
    long last = System.nanoTime();
    while (true) {
      LockSupport.parkNanos(period.toNanos());
      long now = System.nanoTime();
      look(Duration.ofNanos(now - last));
      last = now;
    }
  }

  /**
   * Counts for each watch that is stuck how many punctual looks in a row have found it so. A late
   * look counts neither for nor against.
   */
  private void look(Duration since) {
    if (since.compareTo(period.multipliedBy(PUNCTUAL)) > 0) {
      return;
    }
    Map<Watch, Integer> stuck = new HashMap<>();
    for (Place place : PLACES) {
      Party party = place.party;
      if (party != null && party.isParked() && party.watch().isStuck()) {
        stuck.put(party.watch(), looks.getOrDefault(party.watch(), 0) + 1);
      }
    }
    looks.clear();
    stuck.forEach(
        (watch, seen) -> {
          if (seen < enough) {
            looks.put(watch, seen);
          } else {
            watch.rescue();
            enough = FEWER_LOOKS;
            period = SHORTER_PERIOD;
          }
        });
  }
}
