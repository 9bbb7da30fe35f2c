/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PipelinesTest {
  @Test
  void theSlowestStageBoundsTheLine() {
    assertThat(Pipelines.bound("CLOSABLE", "3/4/5", "1000/1000/1000")).isEqualTo(3000);
    assertThat(Pipelines.bound("CLOSABLE", "3/4/5", "1000/8000/1000")).isEqualTo(500);
    assertThat(Pipelines.bound("CLOSABLE", "1/1/1", "0/1000/0")).isEqualTo(1000);
    assertThat(Pipelines.bound("SERIAL", "3/4/5", "1000/1000/1000"))
        .isCloseTo(1000 / 3.0, within(1e-9));
  }

  @Test
  void nothingIsBoundByWhatIsNotKnown() {
    assertThat(Pipelines.bound("CLOSABLE", "1/1/1", "0/0/0")).isNull();
    assertThat(Pipelines.bound("CLOSABLE", "1/1", "0/1/0")).isNull();
    assertThat(Pipelines.bound("CLOSABLE", "a/b/c", "0/1/0")).isNull();
    assertThat(Pipelines.bound("CLOSABLE", "0/0/0", "1/1/1")).isNull();
  }

  @Test
  void tasksThatDoNotFillARoundTakeOneMore() {
    assertThat(FanOutSection.rounds(10_000, 100)).isEqualTo(100);
    assertThat(FanOutSection.rounds(10_001, 100)).isEqualTo(101);
    assertThat(FanOutSection.rounds(1, 100)).isEqualTo(1);
  }

  @Test
  void whatWasNotCountedIsNotZero() {
    Counted counted = new Counted(Map.of("items", List.of(List.of(3.0, 5.0), List.of(1.0))));
    assertThat(counted.total("items")).isEqualTo(9);
    assertThat(counted.most("items")).isEqualTo(5);
    assertThat(counted.shots("items")).isEqualTo(3);
    assertThat(counted.total("takes")).isNull();
    assertThat(counted.most("takes")).isNull();
    assertThat(counted.per("items", 0.0)).isNull();
    assertThat(counted.per("items", null)).isNull();
    assertThat(counted.per("items", 4.5)).isEqualTo(2);
  }

  @Test
  void bytesAreToldInTheLargestUnit() {
    assertThat(Words.bytes(1_060_864.0)).isEqualTo("1.01 MB");
    assertThat(Words.bytes(1210.0)).isEqualTo("1.18 kB");
    assertThat(Words.bytes(-300.0)).isEqualTo("-300 B");
    assertThat(Words.bytes(null)).isEqualTo("–");
  }
}
