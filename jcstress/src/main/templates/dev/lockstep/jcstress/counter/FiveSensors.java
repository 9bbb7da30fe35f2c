/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.counter;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.counter.Counter;
import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * Five sensors increment one counter once each: are all five counted?
 *
 * <p>{@link LockedCounter} with as many threads as its question has in practice. Five actors need
 * five CPUs: with fewer, this test is listed as not run, and LockedCounter speaks for it.
 */
@Nightly
public class FiveSensors {

  @JCStressTest
  @Outcome(id = "5", expect = ACCEPTABLE, desc = "Every sensor is counted.")
  @Outcome(
      id = {"4", "3", "2", "1"},
      expect = FORBIDDEN,
      desc = "An increment was set over another one, which is lost.")
  @Outcome(expect = FORBIDDEN, desc = "No order of five increments gives this.")
  @State
  public static class $Name {

    private final Counter counter = $subject;

    @Actor
    public void actor1() {
      counter.increment(1);
    }

    @Actor
    public void actor2() {
      counter.increment(1);
    }

    @Actor
    public void actor3() {
      counter.increment(1);
    }

    @Actor
    public void actor4() {
      counter.increment(1);
    }

    @Actor
    public void actor5() {
      counter.increment(1);
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = counter.value();
    }
  }
}
