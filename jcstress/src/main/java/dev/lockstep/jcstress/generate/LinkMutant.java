/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

/** What goes wrong between two parties. Each is a link with one party. */
enum LinkMutant implements Mutant {
  ANSWER_TAKEN_BLINDLY(
      Shipped.CONDITION_LINK,
      "does not ask again for the answer when it wakes up",
      "while (up == null) {",
      "if (up == null) {"),
  RECEIVED_BLINDLY(
      Shipped.CONDITION_LINK,
      "does not ask again for a value when it wakes up",
      "while (down == null) {",
      "if (down == null) {"),
  SILENT_ANSWER(
      Shipped.CONDITION_LINK, "wakes nobody when it has answered", "answered.signal();", ""),
  PARKED_ONCE(
      Shipped.PARK_LINK,
      "takes any return of park for the message",
      "while ((found = message) == null) { LockSupport.park(this);",
      "if ((found = message) == null) { LockSupport.park(this); found = message;"),
  REGISTERED_LATE(
      Shipped.PARK_LINK,
      "says who waits after it has looked, and does not look again",
      "waiter = Thread.currentThread(); while ((found = message) == null) {",
      "while ((found = message) == null) { waiter = Thread.currentThread();"),
  UNPARKED_FIRST(
      Shipped.PARK_LINK,
      "wakes the waiting thread before the message is there",
      "message = value; LockSupport.unpark(waiter);",
      "LockSupport.unpark(waiter); message = value;");

  @SuppressWarnings("ImmutableEnumChecker") // a record of what is immutable
  private final Change change;

  LinkMutant(Shipped shipped, String bug, String from, String to) {
    String hop = shipped == Shipped.PARK_LINK ? "ParkHop" : "ConditionHop";
    change =
        Change.of(
            shipped,
            bug,
            "Chain(int depth, ThreadFactory threads, IntUnaryOperator work, Supplier<Hop> hops) {",
            """
            public Chain(ThreadFactory threads, IntUnaryOperator work) {
              this(1, threads, work, %s::new);
            }

            Chain(int depth, ThreadFactory threads, IntUnaryOperator work, Supplier<Hop> hops) {
            """
                .formatted(hop),
            from,
            to);
  }

  @Override
  public Change change() {
    return change;
  }
}
