/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

/** What goes wrong in counters. */
enum CounterMutant implements Mutant {
  ALWAYS_NEW_MONITOR(
      Shipped.SYNCHRONIZED,
      "locks an object that nobody else has",
      "public synchronized void increment(int offset) { count += offset; }",
      "public void increment(int offset) { synchronized (new Object()) { count += offset; } }"),
  ATOMIC_GET_SET(
      Shipped.ATOMIC,
      "get and set instead of addAndGet",
      "count.addAndGet(offset);",
      "count.set(count.get() + offset);"),
  // It is not the count that is boxed: two increments alone cannot lose anything then, since a
  // thread that sees another box than its rival sees the rival's write too. It takes a third. The
  // number is beyond those whose boxes are shared.
  BOXED_LOCK(
      Shipped.SYNCHRONIZED,
      "locks a number that is boxed anew at every call",
      "@Override public synchronized void increment(int offset) { count += offset; }",
      """
      private final int id = 1_000;

      @Override
      @SuppressWarnings("synchronization")
      public void increment(int offset) { synchronized (Integer.valueOf(id)) { count += offset; } }
      """),
  CAS_IGNORED(
      Shipped.CAS_LOOP,
      "does not look whether compareAndSet has set",
      "do { value = count; result = value + offset; }"
          + " while (!COUNT.compareAndSet(this, value, result));",
      "value = count; result = value + offset;"
          + " boolean _ = COUNT.compareAndSet(this, value, result);"),
  CHECK_THEN_ACT(
      Shipped.SPIN_LOCK,
      "the lock is taken in two steps: look, then take",
      "while (held || !HELD.compareAndSet(this, false, true)) { Thread.onSpinWait(); }",
      "while (held) { Thread.onSpinWait(); } held = true;",
      // Two threads that hold it give it back twice.
      "if (!(boolean) HELD.get(this)) {",
      "if (false) {"),
  FAILED_TRY_LOCK_IGNORED(
      Shipped.REENTRANT_LOCK_FAIR,
      "counts on when tryLock has failed",
      Text.LOCKED,
      "boolean held = lock.tryLock();"
          + " try { count += offset; } finally { if (held) { lock.unlock(); } }",
      Text.CONSTRUCTOR,
      Text.FAIR),
  LOCK_PER_THREAD(
      Shipped.REENTRANT_LOCK,
      "each thread locks a lock of its own",
      Text.LOCKED,
      "OWN.get().lock(); try { count += offset; } finally { OWN.get().unlock(); }",
      Text.CONSTRUCTOR,
      "private static final ThreadLocal<ReentrantLock> OWN ="
          + " ThreadLocal.withInitial(ReentrantLock::new); "
          + Text.UNFAIR),
  LOCKED_WRITE_ONLY(
      Shipped.REENTRANT_LOCK,
      "the count is read before the lock is taken",
      Text.LOCKED,
      "int value = count; lock.lock(); try { count = value + offset; } finally { lock.unlock(); }",
      Text.CONSTRUCTOR,
      Text.UNFAIR),
  QUEUE_IGNORED(
      Shipped.MCS_COUNTER,
      "goes in as soon as it stands in the queue",
      "while (node.state == State.WAITING) { turns = SpinThenYield.pause(turns); }",
      "turns = SpinThenYield.pause(turns);",
      // Two threads that hold it give it back twice, and what is linked may be gone.
      "if (node == null) {",
      "if (node == null) { return; } if (false) {",
      "node = linkedBehind(node);",
      "node = node.next; if (node == null) { return; }"),
  READ_LOCK(
      Shipped.WRITE_LOCK,
      "increments under the read lock, which threads share",
      "lock.writeLock().lock(); try { count += offset; } finally { lock.writeLock().unlock(); }",
      "lock.readLock().lock(); try { count += offset; } finally { lock.readLock().unlock(); }"),
  SET_AFTER_FAILURE(
      Shipped.CAS_LOOP,
      "sets blindly after its first failure",
      "do { value = count; result = value + offset; }"
          + " while (!COUNT.compareAndSet(this, value, result));",
      "value = count; result = value + offset;"
          + " if (!COUNT.compareAndSet(this, value, result)) { count = count + offset; }"),
  SHARED_CELL(
      Shipped.CONFINED,
      "all threads are given the same cell",
      "Cell cell = new Cell(); cells.add(cell); return cell;",
      """
      synchronized (cells) {
        if (cells.isEmpty()) {
          cells.add(new Cell());
        }
        return cells.peek();
      }
      """),
  SPLIT_ADD(
      Shipped.GET_AND_ADD,
      "a get and a set instead of getAndAdd",
      "int _ = (int) COUNT.getAndAdd(this, offset);",
      "int value = (int) COUNT.getVolatile(this); COUNT.setVolatile(this, value + offset);"),
  STAMPED_READ_LOCK(
      Shipped.STAMPED_LOCK,
      "increments in read mode, which threads share",
      "lock.writeLock(); try { count += offset; } finally { lock.unlockWrite(stamp); }",
      "lock.readLock(); try { count += offset; } finally { lock.unlockRead(stamp); }"),
  // Whoever has the same ticket gives back twice, and what is served runs ahead: nobody may wait
  // for a number that was passed over.
  TICKET_IN_TWO_STEPS(
      Shipped.TICKET_COUNTER,
      "draws its ticket in two steps: look, then add one",
      "public void lock() { int mine = (int) NEXT.getAndAdd(this, 1);",
      "public void lock() { int mine = next; next = mine + 1;",
      "while (serving != mine) {",
      "while (serving - mine < 0) {",
      "if (ticket == next) {",
      "if (false) {",
      "do { serving = ++ticket; } while (someGaveUp && givenUp.remove(ticket));",
      "synchronized (this) { serving = serving + 1; }"),
  TWO_PERMITS(
      Shipped.SEMAPHORE_COUNTER,
      "the semaphore has two permits",
      "new Semaphore(1)",
      "new Semaphore(2)"),
  UNLOCK_TOO_EARLY(
      Shipped.REENTRANT_LOCK,
      "the lock is given back before the count is written",
      Text.LOCKED,
      "int value; lock.lock(); try { value = count; } finally { lock.unlock(); }"
          + " count = value + offset;",
      Text.CONSTRUCTOR,
      Text.UNFAIR);

  /** Of the counter with a lock, whose mutants are made without saying whether it is fair. */
  private interface Text {
    String LOCKED = "lock.lock(); try { count += offset; } finally { lock.unlock(); }";
    String CONSTRUCTOR =
        "public ReentrantLockCounter(boolean fair) { lock = new ReentrantLock(fair); }";
    String FAIR = "public ReentrantLockCounter() { lock = new ReentrantLock(true); }";
    String UNFAIR = "public ReentrantLockCounter() { lock = new ReentrantLock(false); }";
  }

  @SuppressWarnings("ImmutableEnumChecker") // a record of what is immutable
  private final Change change;

  CounterMutant(Shipped shipped, String bug, String... texts) {
    change = Change.of(shipped, bug, texts);
  }

  @Override
  public Change change() {
    return change;
  }
}
