/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.core.OtherThread;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What a broken publication shows to a reader is no business of a unit test. */
class PublicationKindTest {

  @ParameterizedTest
  @EnumSource
  void thereIsNothingBeforeSomethingIsPublished(PublicationKind kind) {
    assertThat(kind.create().read()).isEqualTo(Publication.ABSENT);
  }

  @ParameterizedTest
  @EnumSource
  void theLastNumberIsRead(PublicationKind kind) {
    Publication publication = kind.create();
    publication.publish(28);
    assertThat(publication.read()).isEqualTo(28);
    assertThat(publication.read()).as("reading takes nothing away").isEqualTo(28);
    publication.publish(Integer.MIN_VALUE);
    assertThat(publication.read()).isEqualTo(Integer.MIN_VALUE);
  }

  /** The join makes any of them visible (JLS 17.4.5). */
  @ParameterizedTest
  @EnumSource
  void anotherThreadsNumberIsReadAfterItsEnd(PublicationKind kind) throws Exception {
    Publication publication = kind.create();
    OtherThread<Boolean> worker =
        OtherThread.start(
            () -> {
              publication.publish(28);
              return true;
            });
    assertThat(worker.get()).isTrue();
    assertThat(publication.read()).isEqualTo(28);
  }

  /** Without a join; the plain kinds may stay unseen for as long as they like. */
  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"PLAIN", "FINAL_FIELD"})
  void anotherThreadsNumberIsReadSoonerOrLater(PublicationKind kind) throws Exception {
    Publication publication = kind.create();
    OtherThread<Integer> reader =
        OtherThread.start(
            () -> {
              int number;
              do {
                number = publication.read();
              } while (number == Publication.ABSENT);
              return number;
            });
    publication.publish(28);
    if (kind == PublicationKind.OPAQUE) {
      assertThat(reader.get()).as("the number, or an object without it").isIn(28, 0);
    } else {
      assertThat(reader.get()).isEqualTo(28);
    }
  }

  @ParameterizedTest
  @EnumSource
  void publicationsOfOneKindShareNothing(PublicationKind kind) {
    Publication publication = kind.create();
    kind.create().publish(28);
    assertThat(publication.read()).isEqualTo(Publication.ABSENT);
  }

  @Test
  void anObjectWithoutItsContentReadsAsZero() {
    assertThat(Result.numberOf(new Result())).isZero();
  }
}
