/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.publication;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.core.kernel.WrongResultException;
import dev.lockstep.core.publication.Publication;
import dev.lockstep.core.publication.PublicationKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PublicationCostTest {

  private final PublicationCost cost = new PublicationCost();

  @ParameterizedTest
  @EnumSource
  void whatIsPublishedIsRead(PublicationKind kind) {
    cost.kind = kind;
    cost.create();
    Publication _ = cost.publishAndRead();
    Publication _ = cost.publishAndRead();
    cost.verify();
  }

  @Test
  void oneStaleNumberAmongManyIsWrong() {
    cost.kind = PublicationKind.PLAIN;
    cost.publication = new StuckAtTwo();
    Publication _ = cost.publishAndRead();
    Publication _ = cost.publishAndRead();
    assertThatThrownBy(cost::verify)
        .isInstanceOf(WrongResultException.class)
        .hasMessage("PLAIN returned another number than was published");
  }

  private static final class StuckAtTwo implements Publication {
    @Override
    public void publish(int number) {}

    @Override
    public int read() {
      return 2;
    }
  }
}
