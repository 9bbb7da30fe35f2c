/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.fanout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.executor.Mapper;
import dev.lockstep.core.kernel.GlobalLock;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LifeTest {

  private static final Latency NONE =
      new Latency() {
        @Override
        public int request(int number) {
          return number;
        }

        @Override
        public void close() {}
      };

  private static final Request REQUEST = new Request(NONE, 0, GlobalLock.NONE);

  @ParameterizedTest
  @CsvSource({
    "true, 0, false", "true, 1, false", "true, 2, true", "true, 3, true", "true, 4, false",
    "true, 8, false", "false, 2, false", "false, 3, true", "false, 4, false", "false, 0, false"
  })
  void theRule(boolean alive, int neighbours, boolean next) {
    assertThat(Life.gameLogic(alive, neighbours)).isEqualTo(next);
  }

  /** The grid of the book, and its next generations. */
  @Test
  void aGliderMovesByOneRowAndOneColumnInFourSteps() {
    Grid glider =
        Grid.of(
            "---*-----", //
            "----*----",
            "--***----",
            "---------",
            "---------");
    Grid moved =
        Grid.of(
            "---------", //
            "----*----",
            "-----*---",
            "---***---",
            "---------");
    Grid tasks = glider;
    Grid serial = glider;
    try (Mapper mapper = ExecutorKind.FIXED.create(2)) {
      for (int step = 0; step < 4; step++) {
        tasks = Life.step(tasks, mapper, REQUEST);
        serial = Life.next(serial);
      }
    }
    assertThat(tasks).isEqualTo(moved);
    assertThat(serial).isEqualTo(moved);
  }

  /** After so many steps it comes back to where it was, over the edges. */
  @Test
  void aGliderComesRoundTheEdges() {
    Grid glider =
        Grid.of(
            "-*----", //
            "--*---", "***---", "------", "------", "------");
    Grid grid = glider;
    for (int step = 1; step <= 4 * 6; step++) {
      grid = Life.next(grid);
      assertThat(grid.equals(glider)).isEqualTo(step == 4 * 6);
    }
  }

  @Test
  void aBlinkerOscillatesAndABlockStays() {
    Grid blinker =
        Grid.of(
            "-----", //
            "-----", "-***-", "-----", "-----");
    Grid upright =
        Grid.of(
            "-----", //
            "--*--", "--*--", "--*--", "-----");
    Grid block =
        Grid.of(
            "----", //
            "-**-", "-**-", "----");
    try (Mapper mapper = ExecutorKind.SERIAL.create(1)) {
      assertThat(Life.step(blinker, mapper, REQUEST)).isEqualTo(upright);
      assertThat(Life.step(upright, mapper, REQUEST)).isEqualTo(blinker);
      assertThat(Life.step(block, mapper, REQUEST)).isEqualTo(block);
    }
    assertThat(Life.next(blinker)).isEqualTo(upright);
    assertThat(Life.next(upright)).isEqualTo(blinker);
    assertThat(Life.next(block)).isEqualTo(block);
  }

  @ParameterizedTest
  @EnumSource(names = {"SERIAL", "FIXED", "WORK_STEALING", "CACHED", "EVENT_LOOP", "QUEUE_WORKERS"})
  void tasksAndLoopAgree(ExecutorKind kind) {
    Grid grid = Grid.random(64, 64, 42);
    try (Mapper mapper = kind.create(2)) {
      for (int step = 0; step < 3; step++) {
        Grid next = Life.step(grid, mapper, REQUEST);
        assertThat(next).isEqualTo(Life.next(grid)).isNotEqualTo(grid);
        grid = next;
      }
    }
  }

  @Test
  void cellsWait() throws IOException {
    Grid grid = Grid.random(5, 9, 1);
    try (Latency latency = Io.PIPE.open(Duration.ofMillis(1));
        Mapper mapper = ExecutorKind.CACHED.create(1)) {
      Request request = new Request(latency, 50, GlobalLock.PER_TASK);
      assertThat(Life.step(grid, mapper, request)).isEqualTo(Life.next(grid));
    }
  }

  @Test
  void aCellThatIsAnsweredWronglyFailsTheStep() {
    Latency wrong =
        new Latency() {
          @Override
          public int request(int number) {
            return number == 7 ? 8 : number;
          }

          @Override
          public void close() {}
        };
    try (Mapper mapper = ExecutorKind.SERIAL.create(1)) {
      assertThatThrownBy(
              () -> Life.step(Grid.random(5, 9, 1), mapper, new Request(wrong, 0, GlobalLock.NONE)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("cell 7 was answered 64");
    }
  }

  @Test
  void aGridIsWhatItsLinesSay() {
    Grid grid = Grid.of("*-", "--", "-*");
    assertThat(grid.rows()).isEqualTo(3);
    assertThat(grid.columns()).isEqualTo(2);
    assertThat(grid.size()).isEqualTo(6);
    assertThat(grid.alive(0, 0)).isTrue();
    assertThat(grid.alive(-1, -1)).isTrue();
    assertThat(grid.alive(3, 2)).isTrue();
    assertThat(grid.alive(0, 1)).isFalse();
    assertThat(grid).hasToString("*-\n--\n-*\n").isEqualTo(Grid.of("*-", "--", "-*"));
    assertThat(grid)
        .isNotEqualTo(Grid.of("*-", "--", "**"))
        .isNotEqualTo(Grid.of("*--", "--*"))
        .hasSameHashCodeAs(Grid.of("*-", "--", "-*"));
  }

  @Test
  void whatIsNoGridIsRefused() {
    assertThatThrownBy(Grid::of).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Grid.of("**", "*")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Grid.of("*x")).isInstanceOf(IllegalArgumentException.class);
  }
}
