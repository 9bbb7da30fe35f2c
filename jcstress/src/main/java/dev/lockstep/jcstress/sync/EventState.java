/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import dev.lockstep.core.sync.Event;
import dev.lockstep.jcstress.contract.BothMayEnter;
import dev.lockstep.jcstress.contract.MayPublishEmpty;
import dev.lockstep.jcstress.contract.OneEnters;
import dev.lockstep.jcstress.contract.Published;
import dev.lockstep.jcstress.proof.Proof;
import dev.lockstep.jcstress.proof.Twin;
import java.time.Duration;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * The event without waiting: who has set it, who has cleared it, and what is seen by whoever finds
 * it set? {@link StopSignals} and {@link Synchronizers} have the waiting threads.
 */
public class EventState {

  /*
    Two threads set one event: exactly one of them has changed it. Whoever is told so may do what
    has to be done once.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t EventState.SetOnce

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
           RESULT    SAMPLES   FREQ      EXPECT  DESCRIPTION
      false, true    960,000  43.2%  Acceptable  B was first.
      true, false  1,300,000  56.8%  Acceptable  A was first.
       true, true          0     0%   Forbidden  A and B both found the way free: both entered.
  */
  @JCStressTest
  @JCStressMeta(OneEnters.class)
  @Proof(construct = "sync:EVENT")
  @State
  public static class SetOnce {

    private final Event event = new Event();

    @Actor
    public void actor1(ZZ_Result r) {
      r.r1 = event.set();
    }

    @Actor
    public void actor2(ZZ_Result r) {
      r.r2 = event.set();
    }
  }

  /*
    The twin: ask whether it is set, and if not, set it. Both ask first.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t EventState.AskThenSet

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
           RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
      false, true  460,000  31.1%   Acceptable  B was first.
      true, false  720,000  48.7%   Acceptable  A was first.
       true, true  300,000  20.2%  Interesting  A and B both found the way free: both entered.
  */
  @JCStressTest
  @JCStressMeta(BothMayEnter.class)
  @Twin(
      contract = OneEnters.class,
      bug = "asks whether the event is set before it sets it",
      mustObserve = "true, true")
  @State
  public static class AskThenSet {

    private final Event event = new Event();

    @Actor
    public void actor1(ZZ_Result r) {
      r.r1 = set();
    }

    @Actor
    public void actor2(ZZ_Result r) {
      r.r2 = set();
    }

    private boolean set() {
      if (event.isSet()) {
        return false;
      }
      event.set();
      return true;
    }
  }

  /*
    One thread sets the event and clears it, another clears it, too. It was set once, so one of the
    two has cleared it, and only one.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t EventState.ClearedOnce

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
           RESULT    SAMPLES   FREQ      EXPECT  DESCRIPTION
      false, true     20,000   0.9%  Acceptable  B was first.
      true, false  2,200,000  99.1%  Acceptable  A was first.
       true, true          0     0%   Forbidden  A and B both found the way free: both entered.
  */
  @JCStressTest
  @JCStressMeta(OneEnters.class)
  @Proof(construct = "sync:EVENT")
  @State
  public static class ClearedOnce {

    private final Event event = new Event();

    @Actor
    public void actor1(ZZ_Result r) {
      event.set();
      r.r1 = event.clear();
    }

    @Actor
    public void actor2(ZZ_Result r) {
      r.r2 = event.clear();
    }
  }

  /*
    Whoever finds the event set sees what was written before it was set, without having waited.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t EventState.IsSet

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES   FREQ      EXPECT  DESCRIPTION
          -1  1,800,000  63.6%  Acceptable  Read before it was published.
           0          0     0%   Forbidden  The object is seen, its content is not.
          42  1,000,000  36.4%  Acceptable  Read after it was published, with its content.
  */
  @JCStressTest
  @JCStressMeta(Published.class)
  @Proof(construct = "sync:EVENT")
  @State
  public static class IsSet {

    private final Event event = new Event();
    private int field;

    @Actor
    public void setter() {
      field = 42;
      event.set();
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = event.isSet() ? field : -1;
    }
  }

  /*
    The same for a wait that does not wait: a time of zero asks once and says whether it was set.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t EventState.TimedAwait

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES   FREQ      EXPECT  DESCRIPTION
          -1  1,500,000  58.3%  Acceptable  Read before it was published.
           0          0     0%   Forbidden  The object is seen, its content is not.
          42  1,100,000  41.7%  Acceptable  Read after it was published, with its content.
  */
  @JCStressTest
  @JCStressMeta(Published.class)
  @Proof(construct = "sync:EVENT")
  @State
  public static class TimedAwait {

    private final Event event = new Event();
    private int field;

    @Actor
    public void setter() {
      field = 42;
      event.set();
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = Await.on(event, Duration.ZERO) ? field : -1;
    }
  }

  /*
    The twin of both: the event is set one line too early.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t EventState.SetTooEarly

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES   FREQ       EXPECT  DESCRIPTION
          -1  1,400,000  54.3%   Acceptable  Read before it was published.
           0     24,000   0.9%  Interesting  The object is seen, its content is not.
          42  1,200,000  44.8%   Acceptable  Read after it was published, with its content.
  */
  @JCStressTest
  @JCStressMeta(MayPublishEmpty.class)
  @Twin(
      contract = Published.class,
      bug = "the event is set before the field is written",
      mustObserve = "0")
  @State
  public static class SetTooEarly {

    private final Event event = new Event();
    private int field;

    @Actor
    public void setter() {
      event.set();
      field = 42;
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = event.isSet() ? field : -1;
    }
  }
}
