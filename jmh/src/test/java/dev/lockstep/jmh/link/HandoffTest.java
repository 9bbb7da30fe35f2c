/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.kernel.WrongResultException;
import dev.lockstep.core.link.LinkKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class HandoffTest {

  private final Handoff handoff = new Handoff();

  @ParameterizedTest
  @EnumSource
  void everyAnswerComesBackByAllParties(LinkKind kind) throws InterruptedException {
    handoff.kind = kind;
    handoff.depth = Math.min(3, kind.deepest());
    handoff.thread = kind.threads() ? Handoff.On.PLATFORM : Handoff.On.NONE;
    handoff.open();
    assertThat(handoff.roundTrip()).isEqualTo(1 + handoff.depth);
    assertThat(handoff.roundTrip()).isEqualTo(2 + handoff.depth);
    handoff.verify();
    handoff.close();
  }

  @Test
  void anAnswerByAShorterWayIsWrong() throws InterruptedException {
    handoff.kind = LinkKind.CALL;
    handoff.depth = 3;
    handoff.thread = Handoff.On.NONE;
    handoff.open();
    handoff.depth = 4;
    int _ = handoff.roundTrip();
    assertThatThrownBy(handoff::verify)
        .isInstanceOf(WrongResultException.class)
        .hasMessage("CALL gave 1 wrong answers through 4 parties");
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void aPlainObjectHasNoThreads(Handoff.On thread) {
    handoff.kind = LinkKind.CALL;
    handoff.depth = 1;
    handoff.thread = thread;
    assertThatThrownBy(handoff::open).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void unlikeThreadsAreRefused() {
    handoff.kind = LinkKind.PARK;
    handoff.depth = 1;
    handoff.thread = Handoff.On.VIRTUAL;
    assertThatThrownBy(handoff::open)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("-Djmh.executor=VIRTUAL");
  }
}
