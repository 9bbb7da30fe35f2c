/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.core.OtherThread;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Three producers and three consumers, and every item is taken exactly once. Each consumer has a
 * bit per item: what it gets twice it finds itself; what two of them got, or nobody, shows when
 * their bits are put together. No consumer may see two items of one producer in the wrong order.
 *
 * <p>HOW TO RUN with more, a hundred million items for each kind, as many of them at a time as you
 * like; the fast kinds take a minute, the slow ones an hour:
 *
 * <pre>mvn -pl core test -Dtest=NothingLostTest#everyItemIsTakenExactlyOnce \
 *     -Ditems=100000000 -Dqueues=CLOSABLE,DISRUPTOR</pre>
 */
class NothingLostTest {

  private static final int PARTIES = 3;
  private static final int END = -1;

  /** How far producers run ahead of consumers where no bound stops them. */
  private static final int AHEAD = 100_000;

  static Stream<QueueKind> kinds() {
    String named = System.getProperty("queues");
    return named == null
        ? Kinds.exact()
        : Arrays.stream(named.split(",", -1)).map(QueueKind::valueOf);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void everyItemIsTakenExactlyOnce(QueueKind kind) throws Exception {
    int items = Integer.getInteger("items", 20_000);
    new Crowd(Kinds.of(kind, 64), items / PARTIES).run(false);
  }

  /**
   * Who is interrupted does the same again: what it could not put, or the take that gave nothing.
   */
  @ParameterizedTest
  @MethodSource("kinds")
  void interruptsLoseNothingAndDoubleNothing(QueueKind kind) throws Exception {
    new Crowd(Kinds.of(kind, 2), 700).run(true);
  }

  private static final class Crowd {

    private final Channel<Integer> channel;
    private final int each;
    private final AtomicInteger interrupts = new AtomicInteger();

    Crowd(Channel<Integer> channel, int each) {
      this.channel = channel;
      this.each = each;
    }

    void run(boolean interrupted) throws Exception {
      List<Party<Boolean>> producers =
          IntStream.range(0, PARTIES).mapToObj(p -> new Party<>(() -> produce(p * each))).toList();
      List<Party<Seen>> consumers =
          IntStream.range(0, PARTIES).mapToObj(_ -> new Party<>(this::consume)).toList();
      Thread interrupter =
          Thread.ofPlatform()
              .daemon()
              .unstarted(
                  () -> {
                    while (!Thread.interrupted()) {
                      producers.forEach(party -> party.thread.interrupt());
                      consumers.forEach(party -> party.thread.interrupt());
                      LockSupport.parkNanos(20_000);
                    }
                  });
      if (interrupted) {
        interrupter.start();
      }
      for (Party<?> producer : producers) {
        producer.get();
      }
      if (interrupted) {
        OtherThread.until("an interrupt is heard", () -> interrupts.get() > 0);
      }
      for (int i = 0; i < PARTIES; i++) {
        channel.put(END);
      }
      Seen all = new Seen(PARTIES * each);
      for (Party<Seen> consumer : consumers) {
        Seen seen = consumer.get();
        all.merge(seen);
      }
      interrupter.interrupt();
      if (interrupted) {
        interrupter.join();
      }
      assertThat(all.doubled).as("taken twice").isZero();
      assertThat(all.disordered).as("in the wrong order").isZero();
      assertThat(all.missing()).as("lost").isZero();
      assertThat(channel.size()).isZero();
    }

    private boolean produce(int from) {
      for (int item = from; item < from + each; ) {
        try {
          channel.put(item);
          item++;
        } catch (InterruptedException e) {
          interrupts.incrementAndGet();
        }
        if ((item & 1023) == 0 && channel.capacity() == Channel.UNBOUNDED) {
          while (channel.size() > AHEAD) {
            LockSupport.parkNanos(100_000);
          }
        }
      }
      return true;
    }

    private Seen consume() {
      Seen seen = new Seen(PARTIES * each);
      int[] last = new int[PARTIES];
      while (true) {
        try {
          int item = channel.take();
          if (item == END) {
            return seen;
          }
          seen.add(item);
          int producer = item / each;
          if (item < last[producer]) {
            seen.disordered++;
          }
          last[producer] = item;
        } catch (InterruptedException e) {
          interrupts.incrementAndGet();
        }
      }
    }
  }

  /** Which items were taken: a bit for each. */
  private static final class Seen {

    private final int items;
    private final long[] bits;
    private long doubled;
    private long disordered;

    Seen(int items) {
      this.items = items;
      bits = new long[(items + Long.SIZE - 1) / Long.SIZE];
    }

    void add(int item) {
      long bit = 1L << item;
      if ((bits[item / Long.SIZE] & bit) != 0) {
        doubled++;
      }
      bits[item / Long.SIZE] |= bit;
    }

    void merge(Seen other) {
      doubled += other.doubled;
      disordered += other.disordered;
      for (int i = 0; i < bits.length; i++) {
        doubled += Long.bitCount(bits[i] & other.bits[i]);
        bits[i] |= other.bits[i];
      }
    }

    long missing() {
      long found = 0;
      for (long word : bits) {
        found += Long.bitCount(word);
      }
      return items - found;
    }
  }

  /** A thread and what it returns; that it does not end is a failure, not a hang. */
  private static final class Party<V> {

    private final FutureTask<V> task;
    private final Thread thread;

    Party(Callable<V> body) {
      task = new FutureTask<>(body);
      thread = Thread.ofPlatform().daemon().start(task);
    }

    V get() throws Exception {
      long perItem = 100; // microseconds, for the slowest kind on a busy machine
      long limit = 60 + Integer.getInteger("items", 0) / 1_000_000L * perItem;
      return task.get(limit, TimeUnit.SECONDS);
    }
  }
}
