/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.unit;

import dev.lockstep.core.kernel.WrongResultException;
import dev.lockstep.core.unit.UnitKind;
import dev.lockstep.jmh.profile.OffTheClock;
import dev.lockstep.jmh.profile.Untimed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.management.JMException;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What so many threads take of memory while they wait, "8 MB each" being what the notes say: the
 * address space that is reserved for stacks, what of it the system had to give, what lies in the
 * heap, and what the whole process has in memory. The score is how long it takes until all wait.
 *
 * <p>Every figure is the difference to what was there before the first thread, after a collection.
 * One shot in a fresh JVM: what earlier threads have left would count for later ones. A stack holds
 * two frames or so; deep ones take more.
 *
 * <p>HOW TO RUN: {@code java -jar jmh/target/benchmarks.jar Footprint -p kind=PLATFORM -p
 * count=1000}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Threads(1)
@Fork(value = 3, jvmArgsAppend = "-XX:NativeMemoryTracking=summary")
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class Footprint {

  @Param({"VIRTUAL", "PLATFORM"})
  public UnitKind kind;

  @Param({"1000", "10000"})
  public int count;

  /** Of each platform thread; 0 for what the JVM takes by itself. */
  @Param("0")
  public int stackKilobytes;

  private List<Thread> threads;
  private CountDownLatch begun;
  private volatile boolean leave;
  private Memory before;

  /** Threads that wait, and what they take, all together. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Bytes {
    /** How many waited while it was measured. */
    public long threads;

    /** More in the Java heap after a collection. */
    public long heapBytes;

    /** More address space for thread stacks, by the JVM's own account. */
    public long reservedBytes;

    /** What of it is backed by memory, by the same account. */
    public long committedBytes;

    /** More address space for the heap. */
    public long heapReservedBytes;

    /** More memory for the heap, garbage included. */
    public long heapCommittedBytes;

    /** More of this process in memory, by the system's account. */
    public long rssBytes;

    @TearDown(Level.Iteration)
    public void measure(Footprint footprint) throws Exception {
      OffTheClock.around(() -> compare(footprint));
    }

    @Untimed
    private void compare(Footprint footprint) throws IOException, JMException {
      Memory with = footprint.settled();
      threads = footprint.threads.size();
      heapBytes = with.heap() - footprint.before.heap();
      reservedBytes = with.stacks().reserved() - footprint.before.stacks().reserved();
      committedBytes = with.stacks().committed() - footprint.before.stacks().committed();
      heapReservedBytes = with.javaHeap().reserved() - footprint.before.javaHeap().reserved();
      heapCommittedBytes = with.javaHeap().committed() - footprint.before.javaHeap().committed();
      rssBytes = with.resident() - footprint.before.resident();
      footprint.release();
      check(threads, footprint.count, heapBytes, reservedBytes);
    }
  }

  /** No thread waits without an object in the heap, and none gives address space back. */
  static void check(long waited, int count, long heapBytes, long reservedBytes) {
    if (waited != count || heapBytes <= 0 || reservedBytes < 0) {
      throw new WrongResultException(
          "%d of %d threads waited, and took %d bytes of heap and %d of address space"
              .formatted(waited, count, heapBytes, reservedBytes));
    }
  }

  @Setup(Level.Iteration)
  public void prepare() throws Exception {
    OffTheClock.around(this::settle);
  }

  @Untimed
  private void settle() throws IOException, JMException {
    if (kind != UnitKind.VIRTUAL && kind != UnitKind.PLATFORM) {
      throw new IllegalArgumentException(kind + " is no thread: leave it out");
    }
    threads = new ArrayList<>(count);
    begun = new CountDownLatch(count);
    leave = false;
    Thread first = builder().start(() -> {}); // what is made once for all threads is no part
    try {
      first.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    Memory _ = Memory.now(); // what asking itself keeps in the heap is no part either
    before = Memory.now();
  }

  private Thread.Builder builder() {
    return kind == UnitKind.VIRTUAL
        ? Thread.ofVirtual()
        : Thread.ofPlatform().daemon().stackSize(1024L * stackKilobytes);
  }

  private void waiting() {
    begun.countDown();
    while (!leave) {
      LockSupport.park(this);
    }
  }

  /** What is there while all threads wait. */
  @Untimed
  private Memory settled() throws IOException, JMException {
    for (Thread thread : threads) {
      while (thread.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
    }
    return Memory.now();
  }

  private void release() {
    leave = true;
    for (Thread thread : threads) {
      LockSupport.unpark(thread);
    }
    boolean interrupted = false;
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Benchmark
  public List<Thread> park(Bytes bytes) throws InterruptedException {
    Thread.Builder builder = builder();
    Runnable body = this::waiting;
    for (int i = 0; i < count; i++) {
      threads.add(builder.start(body));
    }
    begun.await();
    return threads;
  }
}
