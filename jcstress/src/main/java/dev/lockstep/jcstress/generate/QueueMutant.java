/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

/** What goes wrong between producers and consumers. */
enum QueueMutant implements Mutant {
  ASK_ONCE(
      Shipped.CONDITION,
      "does not ask again when it wakes up",
      "while (items.isEmpty()) { notEmpty.await(); } return remove();",
      "if (items.isEmpty()) { notEmpty.await(); } return items.isEmpty() ? null : remove();"),
  ASK_ONCE_PUT(
      Shipped.CONDITION,
      "does not ask again for room when it wakes up",
      "while (isFull()) { notFull.await(); }",
      "if (isFull()) { notFull.await(); }"),
  ASK_ONCE_IN_TIME(
      Shipped.CONDITION,
      "does not ask again when it wakes up within its time",
      "while (items.isEmpty()) { if (left <= 0) { return null; }"
          + " left = notEmpty.awaitNanos(left); } return remove();",
      "if (items.isEmpty() && left > 0) { left = notEmpty.awaitNanos(left); }"
          + " return items.isEmpty() ? null : remove();"),
  ASK_ONCE_PUT_IN_TIME(
      Shipped.CONDITION,
      "does not ask again for room when it wakes up within its time",
      "while (isFull()) { if (left <= 0) { return false; } left = notFull.awaitNanos(left); }",
      "if (isFull()) { if (left > 0) { left = notFull.awaitNanos(left); }"
          + " if (left <= 0 && isFull()) { return false; } }"),
  FIRST_ONLY(
      Shipped.CONDITION,
      "wakes a consumer only for the first of several items",
      "notEmpty.signal();",
      "if (items.size() == 1) { notEmpty.signal(); }"),
  GIVES_UP(
      Shipped.CONDITION,
      "says that it is empty while another thread is inside",
      "public T poll() { lock.lock();",
      "public T poll() { if (!lock.tryLock()) { return null; }"),
  INTERRUPT_FIRST(
      Shipped.CONDITION,
      "leaves when it is interrupted, though it was woken for an item",
      "notEmpty.await();",
      "notEmpty.await(); if (Thread.interrupted()) { throw new InterruptedException(); }"),
  INTERRUPT_FIRST_IN_TIME(
      Shipped.CONDITION,
      "leaves when it is interrupted within its time, though it was woken for an item",
      "left = notEmpty.awaitNanos(left);",
      "left = notEmpty.awaitNanos(left);"
          + " if (Thread.interrupted()) { throw new InterruptedException(); }"),
  INTERRUPT_FIRST_PUT(
      Shipped.CONDITION,
      "leaves when it is interrupted, though it was woken for room",
      "notFull.await();",
      "notFull.await(); if (Thread.interrupted()) { throw new InterruptedException(); }"),
  INTERRUPT_FIRST_PUT_IN_TIME(
      Shipped.CONDITION,
      "leaves when it is interrupted within its time, though it was woken for room",
      "left = notFull.awaitNanos(left);",
      "left = notFull.awaitNanos(left);"
          + " if (Thread.interrupted()) { throw new InterruptedException(); }"),
  LATE_ITEM(
      Shipped.CONDITION,
      "takes an item when the time is over, and throws it away",
      "left = notEmpty.awaitNanos(left);",
      "left = notEmpty.awaitNanos(left);"
          + " if (left <= 0 && !items.isEmpty()) { remove(); return null; }"),
  LATE_OFFER(
      Shipped.CONDITION,
      "appends an item when the time is over, and says that it did not",
      "left = notFull.awaitNanos(left);",
      "left = notFull.awaitNanos(left); if (left <= 0 && !isFull()) { add(item); return false; }"),
  LOOK_THEN_OFFER(
      Shipped.CONDITION,
      "looks whether there is room before it has the lock, and not again",
      "public boolean offer(T item) { Objects.requireNonNull(item); lock.lock(); try {"
          + " if (isFull()) { return false; }",
      "public boolean offer(T item) { if (size() >= capacity) { return false; } lock.lock(); try"
          + " {"),
  NEWEST_FIRST(
      Shipped.CONDITION,
      "gives the newest item first",
      "items.removeFirst()",
      "items.removeLast()"),
  ONE_CONDITION(
      Shipped.CONDITION,
      "consumers and producers wait on one condition",
      "notFull = lock.newCondition();",
      "notFull = notEmpty;"),
  ONE_PLACE_MORE(
      Shipped.CONDITION,
      "holds one item more than it says",
      "items.size() == capacity",
      "items.size() > capacity"),
  PEEK_THEN_REMOVE(
      Shipped.CONDITION,
      "looks at the first item and removes it under the lock, but not at one go",
      "return items.isEmpty() ? null : remove();",
      """
      T first = items.peekFirst();
      lock.unlock();
      lock.lock();
      if (first != null && !items.isEmpty()) {
        remove();
      }
      return first;
      """),
  SILENT_OFFER(
      Shipped.CONDITION,
      "wakes nobody when it has put an item within its time",
      "left = notFull.awaitNanos(left); } add(item);",
      "left = notFull.awaitNanos(left); } items.addLast(item);"),
  SILENT_POLL(
      Shipped.CONDITION,
      "wakes nobody when it has taken an item without a wait",
      "return items.isEmpty() ? null : remove();",
      "return items.pollFirst();"),
  SILENT_PUT(Shipped.CONDITION, "wakes nobody when it has put an item", "notEmpty.signal();", ""),
  SILENT_TAKE(Shipped.CONDITION, "wakes nobody when it has made room", "notFull.signal();", ""),
  TIME_ANEW(
      Shipped.CONDITION,
      "counts its time anew whenever it wakes up",
      "left = notEmpty.awaitNanos(left);",
      "left = notEmpty.awaitNanos(left) <= 0 ? 0 : TimeUnit.NANOSECONDS.convert(timeout);",
      "left = notFull.awaitNanos(left);",
      "left = notFull.awaitNanos(left) <= 0 ? 0 : TimeUnit.NANOSECONDS.convert(timeout);"),
  TIME_FIRST(
      Shipped.CONDITION,
      "leaves when its time is over, though it was woken for an item",
      "left = notEmpty.awaitNanos(left);",
      "left = notEmpty.awaitNanos(left); if (left <= 0) { return null; }"),
  TIME_FIRST_PUT(
      Shipped.CONDITION,
      "leaves when its time is over, though it was woken for room",
      "left = notFull.awaitNanos(left);",
      "left = notFull.awaitNanos(left); if (left <= 0) { return false; }"),
  WRONG_CONDITION(
      Shipped.CONDITION,
      "signals the condition of the other side",
      "notEmpty.signal();",
      "notFull.signal();"),

  BOUND_AFTER_UNLOCK(
      Shipped.JOINABLE,
      "says how much is left only after it has given back the lock of the producers",
      "left = outgoing.size(); notFull.signal(); return item; } finally { putLock.unlock(); }",
      "notFull.signal(); return item; } finally { putLock.unlock(); left = outgoing.size(); }"),
  FIRST_ITEM_ONLY(
      Shipped.JOINABLE,
      "wakes a consumer only for the first of several items",
      "notEmpty.signal();",
      "if (incoming.size() == 1) { notEmpty.signal(); }"),
  IGNORES_REST(
      Shipped.JOINABLE,
      "sleeps though items are left in the list of the consumers",
      "while (incoming.isEmpty() && left == 0) {",
      "while (incoming.isEmpty()) {"),
  INTERRUPTED_FIRST(
      Shipped.JOINABLE,
      "leaves when it is interrupted, though it was woken for an item",
      "still = await(notEmpty, still);",
      "still = await(notEmpty, still);"
          + " if (Thread.interrupted()) { throw new InterruptedException(); }"),
  NO_LAST_LOOK(
      Shipped.JOINABLE,
      "leaves when its time is over, though it was woken for an item",
      "still = await(notEmpty, still);",
      "still = await(notEmpty, still); if (still <= 0) { return null; }"),
  NO_LAST_LOOK_PUT(
      Shipped.JOINABLE,
      "leaves when its time is over, though it was woken for room",
      "still = await(notFull, still);",
      "still = await(notFull, still); if (still <= 0) { return false; }"),
  OFFER_IN_TWO_STEPS(
      Shipped.JOINABLE,
      "finds room under one hold of the lock and uses it under the next",
      "putLock.lock(); try { if (isFull()) { return false; }",
      "putLock.lock(); try { if (isFull()) { return false; } putLock.unlock(); putLock.lock();"),
  ONE_FLAG(
      Shipped.JOINABLE,
      "the first producer that leaves says that no room is wanted, whoever else waits",
      "roomIsWanted = waitingForRoom > 0;",
      "roomIsWanted = false;"),
  OVER_THE_BOUND(
      Shipped.JOINABLE,
      "appends an item when its time is over, whether there is room or not",
      "if (isFull() && !awaitRoom(TimeUnit.NANOSECONDS.convert(timeout))) { return false; }",
      "if (isFull()) { boolean _ = awaitRoom(TimeUnit.NANOSECONDS.convert(timeout)); }"),
  PLAIN_LEFT(
      Shipped.JOINABLE, "how much is left is a plain field", "volatile int left;", "int left;"),
  PLAIN_ROOM_IS_WANTED(
      Shipped.JOINABLE,
      "that room is wanted is a plain field",
      "volatile boolean roomIsWanted;",
      "boolean roomIsWanted;"),
  ROOM_ASKED_ONCE(
      Shipped.JOINABLE,
      "does not ask again for room when it wakes up",
      "while (isFull()) { if (still <= 0) {",
      "if (isFull()) { if (still <= 0) {"),
  SIZE_WITHOUT_LOCK(
      Shipped.JOINABLE,
      "adds up the items of both lists while they are exchanged",
      "putLock.lock(); try { return Math.max(0, incoming.size() + left - sentinels); } finally {"
          + " putLock.unlock(); }",
      "return Math.max(0, incoming.size() + left - sentinels);"),
  SILENT_EXCHANGE(
      Shipped.JOINABLE,
      "wakes no producer when it exchanges the lists",
      "notFull.signal(); return item;",
      "return item;"),
  SILENT_REMOVE(
      Shipped.JOINABLE,
      "wakes no producer when it takes from the list of the consumers",
      "try { notFull.signal(); }",
      "try { }"),
  STILL_ANEW(
      Shipped.JOINABLE,
      "a producer counts its time anew whenever it wakes up",
      "still = await(notFull, still);",
      "still = await(notFull, still) <= 0 ? 0 : nanos;"),
  WANTED_TOO_LATE(
      Shipped.JOINABLE,
      "a producer looks for room, then says that it wants some, and does not look again",
      "roomIsWanted = true; try { long still = nanos; while (isFull()) { if (still <= 0) {"
          + " return false; }",
      "try { long still = nanos; while (isFull()) { if (still <= 0) { return false; }"
          + " roomIsWanted = true;");

  @SuppressWarnings("ImmutableEnumChecker") // a record of what is immutable
  private final Change change;

  QueueMutant(Shipped shipped, String bug, String... texts) {
    change = Change.of(shipped, bug, texts);
  }

  @Override
  public Change change() {
    return change;
  }
}
