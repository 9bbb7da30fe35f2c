/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KernelCallTest {

  static Stream<Task<?>> tasks() {
    return Stream.of(
        new Task.Gcd(12, 18),
        new Task.Gcd(1, 1),
        new Task.Gcd(1000, 1001),
        new Task.Gcd(7, 7),
        new Task.Factorize(1),
        new Task.Factorize(360),
        new Task.Factorize(97));
  }

  static Stream<Task<?>> allTasks() {
    Task.Gcd range = new Task.Gcd(90, 120);
    return Stream.concat(
        tasks(), Stream.of(0, 1, 29, 30, 31, 89, 90).map(i -> new Task.Amdahl(range, i)));
  }

  @ParameterizedTest
  @MethodSource("allTasks")
  void thePartsTogetherAreTheWhole(Task<?> task) {
    for (int parts = 1; parts < 40; parts++) {
      List<Task<?>> ranges = KernelCall.FREE.divide(task, parts);
      assertThat(ranges).hasSize(Math.toIntExact(Math.min(parts, task.size())));
      assertThat(ranges.stream().mapToLong(Task::size).sum()).isEqualTo(task.size());
      assertThat(ranges.stream().mapToLong(Task::serialCost).sum())
          .isGreaterThanOrEqualTo(task.serialCost());
      List<Object> results = ranges.stream().map(KernelCall.FREE).toList();
      assertThat(results).isEqualTo(ranges.stream().map(Task::expected).toList());
      assertThat(KernelCall.FREE.join(task, results)).isEqualTo(task.expected());
    }
  }

  @ParameterizedTest
  @MethodSource("allTasks")
  void aPartCanBeDividedAgain(Task<?> task) {
    for (Task<?> half : task.divide(2)) {
      List<Object> results = KernelCall.FREE.divide(half, 3).stream().map(KernelCall.FREE).toList();
      assertThat(KernelCall.FREE.join(half, results)).isEqualTo(half.expected());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1})
  void nothingIsDividedByLessThanOne(int parts) {
    assertThatThrownBy(() -> new Task.Factorize(9).divide(parts))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("parts must be at least 1");
  }

  @ParameterizedTest
  @EnumSource
  void everyLockLeavesTheResultsAsTheyAre(GlobalLock lock) {
    for (Task<?> task :
        new Task<?>[] {new Task.Gcd(200_000, 300_001), new Task.Factorize(200_000)}) {
      assertThat(new KernelCall(lock).apply(task)).isEqualTo(task.expected());
    }
  }

  @ParameterizedTest
  @MethodSource("tasks")
  void inputsAndResultsTravel(Task<?> task) throws IOException {
    KernelCall call = KernelCall.FREE;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    call.writeInput(task, out);
    call.writeResult(task.run(), out);
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
    assertThat(call.readInput(in)).isEqualTo(task);
    assertThat(call.readResult(in)).isEqualTo(task.run());
    assertThat(in.read()).isEqualTo(-1);
  }

  @Test
  void anUnknownKernelIsRefused() {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(new byte[] {7}));
    assertThatThrownBy(() -> KernelCall.FREE.readInput(in)).hasMessage("there is no kernel 7");
  }

  @Test
  void aTaskThatSharesALockDoesNotTravel() {
    Task<?> task = new Task.Amdahl(new Task.Gcd(3, 2), 1);
    DataOutputStream out = new DataOutputStream(new ByteArrayOutputStream());
    assertThat(task.portable()).isFalse();
    assertThatThrownBy(() -> KernelCall.FREE.writeInput(task, out))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "gcd(3, 2), up to 1 alone: shares a lock with other tasks, and no lock spans two"
                + " processes");
    assertThat(out.size()).isZero();
  }
}
