/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What travels, and that nobody sleeps through it. */
@Timeout(180)
@Tag("gate")
class LinkTest {

  private static final int ROUNDS = 100_000;

  @TempDir private Path directory;

  /** One side, with a semaphore for the socket. */
  private record Side(Link link, Semaphore mine, Semaphore other, AtomicInteger rung) {

    void put(int value) {
      byte[] bytes = {(byte) value};
      while (link.out().write(bytes, 0, 1) == 0) {
        Thread.onSpinWait();
      }
      ring();
    }

    private void ring() {
      if (link.mustRing()) {
        rung.incrementAndGet();
        other.release();
      }
    }

    /** Sleeps at once when there is nothing, or looks so often before. */
    int take(int looks) throws InterruptedException {
      byte[] bytes = new byte[1];
      for (int i = 0; i < looks; i++) {
        if (link.in().read(bytes, 0, 1) == 1) {
          return bytes[0];
        }
      }
      while (link.in().read(bytes, 0, 1) == 0) {
        link.announceSleep();
        boolean there = link.in().read(bytes, 0, 1) == 1;
        if (!there && !mine.tryAcquire(20, TimeUnit.SECONDS)) {
          throw new AssertionError("slept through a wake-up");
        }
        link.awake();
        if (there) {
          break;
        }
      }
      return bytes[0];
    }
  }

  /**
   * Ping-pong in which both sides go to sleep as often and as soon as they can, at moments that
   * drift against each other. A wake-up that is lost leaves both asleep.
   */
  @Test
  void noWakeUpIsLost() throws Exception {
    Path file = directory.resolve("link");
    Link first = Link.create(file, Arena.ofAuto());
    Semaphore bell = new Semaphore(0);
    Semaphore otherBell = new Semaphore(0);
    AtomicInteger rung = new AtomicInteger();
    Side pool = new Side(first, bell, otherBell, rung);
    Side worker = new Side(Link.open(file, Arena.ofAuto()), otherBell, bell, rung);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread echo =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  try {
                    for (int i = 0; i < ROUNDS; i++) {
                      worker.put(worker.take(i % 61) + 1);
                    }
                  } catch (Throwable t) {
                    thrown.set(t);
                  }
                });
    for (int i = 0; i < ROUNDS; i++) {
      pool.put(i % 100);
      assertThat(pool.take(i % 67)).isEqualTo(i % 100 + 1);
    }
    Bounded.until("the other side's end", () -> !echo.isAlive());
    assertThat(thrown.get()).isNull();
    assertThat(rung.get()).as("wake-ups").isPositive();
  }

  /**
   * In a JVM of its own, since this one compiles with C1 only, whose code is too slow for the
   * moment. Without the fence of {@link Link#mustRing} some rounds in ten thousand are missed where
   * two CPUs are free.
   */
  @Test
  void neverDoBothMissTheOther() throws Exception {
    Process hammer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                SleepHammer.class.getName(),
                directory.resolve("link").toString(),
                String.valueOf(ROUNDS))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertThat(hammer.waitFor(120, TimeUnit.SECONDS)).isTrue();
      assertThat(hammer.inputReader().readLine()).as("rounds missed").isEqualTo("0");
    } finally {
      Process _ = hammer.destroyForcibly();
    }
  }

  @Test
  void aRingTakesWhatThereIsRoomForAndGivesItBackInOrder() {
    MemorySegment memory = Arena.ofAuto().allocate(Ring.HEADER + 8, 8);
    Ring in = new Ring(memory);
    Ring out = new Ring(memory);
    byte[] bytes = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    byte[] read = new byte[10];
    assertThat(out.read(read, 0, 10)).isZero();
    assertThat(in.write(bytes, 0, 5)).isEqualTo(5);
    assertThat(out.read(read, 0, 3)).isEqualTo(3);
    assertThat(in.write(bytes, 5, 5)).as("over the edge").isEqualTo(5);
    assertThat(in.write(bytes, 0, 10)).as("what fits").isEqualTo(1);
    assertThat(in.write(bytes, 0, 1)).as("full").isZero();
    assertThat(out.read(read, 3, 7)).isEqualTo(7);
    assertThat(read).isEqualTo(bytes);
    assertThat(out.read(read, 0, 10)).isEqualTo(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Ring(memory.asSlice(0, Ring.HEADER + 6)))
        .withMessage("the capacity is no power of two: 6");
  }

  private static Frame through(byte[] bytes, int piece) throws IOException {
    MemorySegment memory = Arena.ofAuto().allocate(Ring.HEADER + 16, 8);
    Ring in = new Ring(memory);
    FrameReader reader = new FrameReader(new Ring(memory));
    int sent = 0;
    while (sent < bytes.length) {
      assertThat(reader.take()).isNull();
      sent += in.write(bytes, sent, Math.min(piece, bytes.length - sent));
      assertThat(reader.advance()).isTrue();
    }
    assertThat(reader.advance()).isFalse();
    return reader.take();
  }

  private static byte[] frame(String content) throws IOException {
    Frame.Builder builder = new Frame.Builder();
    builder.data().writeUTF(content);
    return builder.build(77, Frame.TASK).bytes();
  }

  @Test
  void aFrameArrivesInPieces() throws IOException {
    for (int piece : new int[] {1, 7, 16}) {
      Frame frame = through(frame("some content"), piece);
      assertThat(frame.id()).isEqualTo(77);
      assertThat(frame.kind()).isEqualTo(Frame.TASK);
      assertThat(frame.payload().readUTF()).isEqualTo("some content");
      assertThat(through(Frame.bare(5, Frame.END).bytes(), piece).length()).isZero();
    }
  }

  @Test
  void aDamagedFrameIsRefused() throws IOException {
    byte[] whole = frame("some content");
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = Arrays.copyOf(whole, whole.length);
      switch (i) {
        case 4 -> damaged[i] ^= (byte) 0x80; // no length at all
        case 5, 6 -> {
          continue; // a longer frame, whose end would never come
        }
        case 7 -> damaged[i]--; // a shorter one
        default -> damaged[i] ^= 1;
      }
      assertThatExceptionOfType(IOException.class)
          .as("byte %d", i)
          .isThrownBy(() -> through(damaged, 16));
    }
  }
}
