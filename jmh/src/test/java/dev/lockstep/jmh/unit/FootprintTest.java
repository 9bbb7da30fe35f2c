/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.kernel.WrongResultException;
import dev.lockstep.core.unit.UnitKind;
import org.junit.jupiter.api.Test;

class FootprintTest {

  private static final String SUMMARY =
      """
      Native Memory Tracking:

      Total: reserved=5656789012, committed=123456789
             malloc: 12345678 #1234

      -                 Java Heap (reserved=6291456000, committed=394264576)
                                  (mmap: reserved=6291456000, committed=394264576, at peak)

      -                    Thread (reserved=1073741824, committed=65536)
                                  (threads #1024)
      """;

  @Test
  void theCategoriesAreReadApart() {
    assertThat(Memory.area("Thread", SUMMARY)).isEqualTo(new Memory.Area(1_073_741_824, 65_536));
    assertThat(Memory.area("Java Heap", SUMMARY))
        .isEqualTo(new Memory.Area(6_291_456_000L, 394_264_576));
  }

  /** As it is in the JVM of this test. */
  @Test
  void aJvmThatDoesNotTrackIsToldWhatItLacks() {
    assertThatThrownBy(() -> Memory.area("Thread", "Native memory tracking is not enabled"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("-XX:NativeMemoryTracking=summary");
  }

  @Test
  void aCallIsNoThread() {
    Footprint footprint = new Footprint();
    footprint.kind = UnitKind.CALL;
    assertThatThrownBy(footprint::prepare).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void threadsThatAreMissingAreWrong() {
    assertThatThrownBy(() -> Footprint.check(9, 10, 100, 100))
        .isInstanceOf(WrongResultException.class)
        .hasMessageStartingWith("9 of 10 threads waited");
    assertThatThrownBy(() -> Footprint.check(10, 10, 0, 100))
        .isInstanceOf(WrongResultException.class);
    Footprint.check(10, 10, 1, 0);
  }
}
