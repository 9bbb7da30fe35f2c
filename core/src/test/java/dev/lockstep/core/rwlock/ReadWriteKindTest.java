/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.rwlock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.lockstep.core.OtherThread;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What a thread is let do while another one is inside; the stress tests ask what it sees. */
class ReadWriteKindTest {

  private static boolean isLetIn(ReadWrite lock) {
    try {
      return OtherThread.start(() -> lock.tryRead(() -> {})).get();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aReaderIsLetInBesideAReaderAndNotBesideAWriter(ReadWriteKind kind) {
    ReadWrite lock = kind.create();
    boolean[] letIn = new boolean[2];
    assertThat(
            lock.read(
                () -> {
                  letIn[0] = isLetIn(lock);
                  return 42;
                }))
        .isEqualTo(42);
    lock.write(() -> letIn[1] = isLetIn(lock));
    assertThat(letIn).containsExactly(true, false);
    assertThat(isLetIn(lock)).as("free again").isTrue();
    assertThat(isLetIn(kind.create())).as("another one").isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void aWriterBecomesAReaderBesideOthers(ReadWriteKind kind) {
    ReadWrite lock = kind.create();
    AtomicLong value = new AtomicLong();
    boolean[] letIn = new boolean[2];
    assertThat(
            lock.writeThenRead(
                () -> {
                  value.set(1);
                  letIn[0] = isLetIn(lock);
                },
                () -> {
                  letIn[1] = isLetIn(lock);
                  return value.get();
                }))
        .isEqualTo(1);
    assertThat(letIn).containsExactly(false, true);
    lock.write(() -> value.set(2));
    assertThat(value).as("no reader is left").hasValue(2);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"REENTRANT", "REENTRANT_FAIR"})
  void aReaderBecomesAWriterIfItIsAlone(ReadWriteKind kind) {
    ReadWrite lock = kind.create();
    AtomicLong value = new AtomicLong(1);
    assertThat(lock.readThenWrite(value::get, seen -> value.set(seen + 1))).isTrue();
    assertThat(value).hasValue(2);
    assertThat(isLetIn(lock)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"REENTRANT", "REENTRANT_FAIR"})
  void aReaderKeepsItselfOut(ReadWriteKind kind) {
    ReadWrite lock = kind.create();
    AtomicLong value = new AtomicLong(1);
    assertThat(lock.readThenWrite(value::get, seen -> value.set(seen + 1))).isFalse();
    assertThat(value).hasValue(1);
    lock.write(() -> value.set(2));
    assertThat(value).as("no reader is left").hasValue(2);
  }

  /** A write in between makes the reader's conversion fail, and nothing is written. */
  @ParameterizedTest
  @EnumSource(names = "OPTIMISTIC")
  void whatWasReadMeanwhileIsNotWritten(ReadWriteKind kind) {
    ReadWrite lock = kind.create();
    AtomicLong value = new AtomicLong(1);
    boolean converted =
        lock.readThenWrite(
            () -> {
              long seen = value.get();
              lock.write(() -> value.set(5));
              return seen;
            },
            seen -> value.set(seen + 1));
    assertThat(converted).isFalse();
    assertThat(value).hasValue(5);
  }

  @ParameterizedTest
  @EnumSource(names = "OPTIMISTIC")
  void whatAWriterMayHaveChangedIsReadAgain(ReadWriteKind kind) {
    ReadWrite lock = kind.create();
    AtomicLong value = new AtomicLong(1);
    int[] reads = {0};
    long seen =
        lock.read(
            () -> {
              long now = value.get();
              if (reads[0]++ == 0) {
                lock.write(() -> value.set(2));
              }
              return now;
            });
    assertThat(seen).isEqualTo(2);
    assertThat(reads[0]).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void isFreeAfterABodyThatThrows(ReadWriteKind kind) {
    ReadWrite lock = kind.create();
    assertThatIllegalStateException().isThrownBy(() -> lock.read(ReadWriteKindTest::fail));
    assertThatIllegalStateException().isThrownBy(() -> lock.write(ReadWriteKindTest::fail));
    assertThatIllegalStateException()
        .isThrownBy(() -> lock.writeThenRead(() -> {}, ReadWriteKindTest::fail));
    assertThatIllegalStateException()
        .isThrownBy(() -> lock.writeThenRead(ReadWriteKindTest::fail, () -> 1));
    assertThatIllegalStateException()
        .isThrownBy(() -> lock.readThenWrite(ReadWriteKindTest::fail, _ -> {}));
    boolean[] written = {false};
    lock.write(() -> written[0] = true);
    assertThat(written[0]).isTrue();
  }

  private static long fail() {
    throw new IllegalStateException("body");
  }
}
