/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.link;

import dev.lockstep.core.sync.ThreadEnd;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/** Parties in threads of their own, with a {@link Hop} before each. */
final class Chain implements Link {

  private static final Duration GRACE = Duration.ofSeconds(10);

  private final List<Thread> parties = new ArrayList<>();
  private final Hop first;
  private volatile boolean closed;

  Chain(int depth, ThreadFactory threads, IntUnaryOperator work, Supplier<Hop> hops) {
    first = hops.get();
    Hop above = first;
    for (int party = 1; party < depth; party++) {
      Hop below = hops.get();
      parties.add(started(threads, above, below));
      above = below;
    }
    parties.add(started(threads, above, new End(work)));
  }

  private static Thread started(ThreadFactory threads, Hop above, Hop below) {
    Thread thread = threads.newThread(() -> serve(above, below));
    thread.start();
    return thread;
  }

  /** What a party does until it is interrupted. */
  private static void serve(Hop above, Hop below) {
    try {
      while (true) {
        above.answer(below.ask(above.receive()).plusOne());
      }
    } catch (InterruptedException e) {
      // the way to end a party
    }
  }

  /** What the last party asks: the work itself. */
  private record End(IntUnaryOperator work) implements Hop {

    @Override
    public Message ask(Message value) {
      try {
        return Message.of(work.applyAsInt(value.value()));
      } catch (Throwable failure) {
        return Message.failed(failure);
      }
    }

    @Override
    public Message receive() {
      throw new UnsupportedOperationException("nobody is below the last party");
    }

    @Override
    public void answer(Message value) {
      throw new UnsupportedOperationException("nobody is below the last party");
    }
  }

  @Override
  public int roundTrip(int value) throws InterruptedException {
    if (closed) {
      throw new IllegalStateException("round trip after close");
    }
    return first.ask(Message.of(value)).get();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if a party does not end, because its work ignores interrupts
   */
  @Override
  public void close() {
    closed = true;
    parties.forEach(Thread::interrupt);
    List<Thread> running = ThreadEnd.await(parties, GRACE);
    if (!running.isEmpty()) {
      throw new IllegalStateException("a party does not end: " + running.getFirst());
    }
  }
}
