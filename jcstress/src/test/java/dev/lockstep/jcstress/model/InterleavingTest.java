/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockstep.jcstress.model.Interleaving.Step;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InterleavingTest {

  @Test
  void tellsWhatTheSuitesOwnCodeDidInOrder() {
    Interleaving read = Interleaving.read(Recorded.BROKEN, Recorded.OWN);
    assertThat(read.threads()).containsExactly("thread 1", "thread 2");
    assertThat(read.steps())
        .startsWith(new Step(1, "first()"), new Step(1, "mine.increment(1)"))
        .containsSubsequence(
            new Step(1, "count is read: 0"),
            new Step(2, "second()"),
            new Step(2, "count is read: 0"),
            new Step(2, "count is set: 1"),
            new Step(1, "count is set: 1"),
            new Step(1, "value(): 1"));
  }

  @Test
  void leavesOutWhatThePlatformDidInside() {
    assertThat(Recorded.BROKEN).contains("StampedLock.java");
    assertThat(Interleaving.read(Recorded.BROKEN, Recorded.OWN).steps())
        .extracting(Step::text)
        .anyMatch(text -> text.startsWith("lock.readLock()"))
        .noneMatch(text -> text.contains("compareAndSet"))
        .noneMatch(text -> text.contains(".java") || text.startsWith("switch"));
  }

  @Test
  void tellsWhoWaitedForEver() {
    assertThat(Interleaving.hung(Recorded.HUNG)).isEqualTo("await() waited for ever");
    assertThat(Interleaving.read(Recorded.HUNG, Recorded.OWN).steps())
        .endsWith(
            new Step(1, "await()"),
            new Step(1, "signal.await()"),
            new Step(1, "enters the monitor"),
            new Step(1, "waits on the monitor"));
  }

  @Test
  void aTextWithoutATableIsNotUnderstood() {
    assertThatThrownBy(() -> Interleaving.read("= Invalid execution results =\n", Set.of()))
        .hasMessage("no detailed trace in the checker's text");
    assertThatThrownBy(() -> Interleaving.read("Detailed trace:\n| Thread 1 |\n", Set.of()))
        .hasMessage("no step in the checker's text");
  }
}
