/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

/** What goes wrong between a pool and its worker processes. */
enum ProcessMutant implements Mutant {
  COUNTED_FIRST(
      Shipped.RING,
      "says that bytes are there before it has put them there",
      "int start = (int) (written & (capacity - 1));",
      "COUNTER.setRelease(memory, 0, written + count);"
          + " int start = (int) (written & (capacity - 1));"),
  ROOM_GIVEN_FIRST(
      Shipped.RING,
      "says that there is room before it has taken the bytes out",
      "int start = (int) (read & (capacity - 1));",
      "COUNTER.setRelease(memory, READ, read + count);"
          + " int start = (int) (read & (capacity - 1));"),
  OPAQUE_COUNTERS(
      Shipped.RING,
      "the counters are written and read by opaque accesses, which order nothing",
      "COUNTER.setRelease(memory, 0, written);",
      "COUNTER.setOpaque(memory, 0, written);",
      "COUNTER.getAcquire(memory, 0);",
      "COUNTER.getOpaque(memory, 0);"),

  ANNOUNCED_WITHOUT_FENCE(
      Shipped.LINK,
      "no fence stands between the announcement of a sleep and the last look",
      "FLAG.setVolatile(memory, mine, 1); VarHandle.fullFence();",
      "FLAG.setOpaque(memory, mine, 1);"),
  RUNG_WITHOUT_FENCE(
      Shipped.LINK,
      "no fence stands between the byte and the look at who sleeps",
      "VarHandle.fullFence(); return",
      "return"),

  ENDS_ANY_CALL(
      Shipped.DISPATCH,
      "a cancelled call ends its worker, whatever that does by now",
      "} else if (stop && call.worker().call() == call) {",
      "} else if (stop) {"),
  HELPER_LEAVES(
      Shipped.DISPATCH,
      "who looked for an answer announces that nobody does, and does not look once more",
      "looking = false; collectAndAnnounceSleep();",
      "looking = false; workers.forEach(WorkerProcess::announceSleep);"),
  NOT_ANNOUNCED_AGAIN(
      Shipped.DISPATCH,
      "the pool's own thread does not announce its next sleep",
      "if (looking) { collect(); } else { collectAndAnnounceSleep(); }",
      "collect();"),
  SUBMITTED_TOO_LATE(
      Shipped.DISPATCH,
      "looks whether it is closed before it has the lock, and not again",
      "lock.lock(); try { checkOpen();",
      "checkOpen(); lock.lock(); try {");

  @SuppressWarnings("ImmutableEnumChecker") // a record of what is immutable
  private final Change change;

  ProcessMutant(Shipped shipped, String bug, String... texts) {
    change = Change.of(shipped, bug, texts);
  }

  @Override
  public Change change() {
    return change;
  }
}
