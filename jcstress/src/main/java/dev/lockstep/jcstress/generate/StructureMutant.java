/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

/** What goes wrong in pairs, stacks and maps. */
enum StructureMutant implements Mutant {
  NOT_VALIDATED(
      Shipped.SEQLOCK,
      "does not look at the version again when it has read",
      "if ((before & 1) == 0 && before == after) {",
      "if ((before & 1) == 0) {"),
  HALVES_ARE_USED(
      Shipped.SEQLOCK,
      "does its work on what it has read before it looks at the version again",
      "VarHandle.acquireFence();",
      "long result = of.applyAsLong(one, two); VarHandle.acquireFence();",
      "return of.applyAsLong(one, two);",
      "return result;"),
  ODD_IS_READ(
      Shipped.SEQLOCK,
      "takes a version for a good one though a writer is at work",
      "if ((before & 1) == 0 && before == after) {",
      "if (before == after) {"),
  WRITERS_MEET(
      Shipped.SEQLOCK,
      "looks whether another writer is there and goes in, in two steps",
      "if ((seen & 1) == 0 && VERSION.compareAndSet(this, seen, seen + 1)) {",
      "if ((seen & 1) == 0) { VERSION.setVolatile(this, seen + 1);"),
  NO_ACQUIRE_FENCE(
      Shipped.SEQLOCK,
      "no acquire fence stands before the second look at the version",
      "VarHandle.acquireFence();",
      ""),
  NO_RELEASE_FENCE(
      Shipped.SEQLOCK,
      "no release fence stands behind the odd version",
      "VarHandle.releaseFence();",
      ""),
  OPAQUE_END(
      Shipped.SEQLOCK,
      "the even version is set in opaque mode",
      "VERSION.setRelease(this, even + 2);",
      "VERSION.setOpaque(this, even + 2);"),
  STAMP_NOT_VALIDATED(
      Shipped.STAMPED_PAIR,
      "looks for a writer before it reads, and not again",
      "if (!lock.validate(stamp)) {",
      "if (stamp == 0) {"),
  WRITES_AS_READER(
      Shipped.READ_WRITE_PAIR,
      "writes under the read lock, which threads share",
      "lock.writeLock().lock(); try { this.first = first; this.second = second; } finally {"
          + " lock.writeLock().unlock(); }",
      "lock.readLock().lock(); try { this.first = first; this.second = second; } finally {"
          + " lock.readLock().unlock(); }"),

  POP_IN_TWO_STEPS(
      Shipped.TREIBER,
      "looks what is on top and then sets it, in two steps",
      "if (top.compareAndSet(seen, seen.next)) { return seen.item; }",
      "top.set(seen.next); return seen.item;"),
  PUSH_IN_TWO_STEPS(
      Shipped.TREIBER,
      "pushes on what was on top a moment ago",
      "Node seen; do { seen = top.get(); } while (!top.compareAndSet(seen, new Node(item, seen)));",
      "top.set(new Node(item, top.get()));"),
  POP_GIVES_UP(
      Shipped.TREIBER,
      "says that it is empty when another thread was faster",
      "if (top.compareAndSet(seen, seen.next)) { return seen.item; }",
      "return top.compareAndSet(seen, seen.next) ? seen.item : null;"),
  OPAQUE_TOP(
      Shipped.TREIBER,
      "a push exchanges the top by an access that orders nothing, and a pop reads it by one",
      "seen = top.get(); } while (!top.compareAndSet(seen, new Node(item, seen)));",
      "seen = top.getOpaque(); } while (!top.weakCompareAndSetPlain(seen, new Node(item, seen)));",
      "Node seen = top.get();",
      "Node seen = top.getOpaque();"),
  STAMP_STAYS(
      Shipped.TREIBER_STAMPED,
      "a pop leaves the stamp as it is, and so does a push",
      "top.compareAndSet(below, item, stamp[0], stamp[0] + 1)",
      "top.compareAndSet(below, item, stamp[0], stamp[0])",
      "top.compareAndSet(seen, next, held[0], held[0] + 1)",
      "top.compareAndSet(seen, next, held[0], held[0])"),
  STAMP_OF_TWO(
      Shipped.TREIBER_STAMPED,
      "the stamp is 0 or 1",
      "stamp[0], stamp[0] + 1)",
      "stamp[0], stamp[0] ^ 1)",
      "held[0], held[0] + 1)",
      "held[0], held[0] ^ 1)"),
  OLDEST_POPPED(
      Shipped.LOCKED_STACK, "pops the oldest item", "items.pollFirst();", "items.pollLast();"),

  ANSWER_IGNORED(
      Shipped.PUT_IF_ABSENT,
      "counts in its own counter, though the map has another one",
      "(there == null ? own : there).incrementAndGet();",
      "own.incrementAndGet();");

  @SuppressWarnings("ImmutableEnumChecker") // a record of what is immutable
  private final Change change;

  StructureMutant(Shipped shipped, String bug, String... texts) {
    change = Change.of(shipped, bug, texts);
  }

  @Override
  public Change change() {
    return change;
  }
}
