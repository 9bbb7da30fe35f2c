/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.counter;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lockstep.core.counter.OpaqueCounter;
import dev.lockstep.core.counter.UnlockedCounter;
import dev.lockstep.core.counter.VolatileCounter;
import dev.lockstep.jcstress.proof.Exhibit;
import dev.lockstep.jcstress.proof.Proof;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Two threads, one counter, no lock: which updates get lost?
 *
 * <p>A loop of 10^5 increments in each of five threads is compiled to next to nothing and is over
 * before the other threads have begun, so that it often counts right; jcstress instead lets two
 * threads meet in a single increment, millions of times.
 *
 * <p>An update that may get lost is interesting here, not forbidden. The run proves the race by
 * having seen it: an outcome named by {@link Proof#mustObserve()} that never came is a failure.
 */
public class CounterRace {

  /*
    Does a plain field lose an increment when two threads count?

        Thread A            Thread B            count
        get  -> 0                               0
                            get  -> 0           0
                            add  -> 1           0
                            set 1               1
        add  -> 1                               1
        set 1                                   1, and B's update is gone

    Each access by itself is indivisible (JLS 17.7 excepts only long and double), but nothing keeps
    B out between A's get and A's set.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t CounterRace.PlainIncrement

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
      RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
           1   15,000   7.5%  Interesting  Both read 0, both wrote 1: one update is lost.
           2  180,000  92.5%   Acceptable  One read what the other wrote: both updates are kept.
  */
  @JCStressTest
  @Outcome(
      id = "1",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Both read 0, both wrote 1: one update is lost.")
  @Outcome(
      id = "2",
      expect = ACCEPTABLE,
      desc = "One read what the other wrote: both updates are kept.")
  @Outcome(expect = FORBIDDEN, desc = "No order of two increments gives this.")
  @Proof(construct = "counter:UNLOCKED", mustObserve = "1")
  @State
  public static class PlainIncrement {

    private final UnlockedCounter counter = new UnlockedCounter();

    @Actor
    public void actor1() {
      counter.increment(1);
    }

    @Actor
    public void actor2() {
      counter.increment(1);
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = counter.value();
    }
  }

  /*
    Is the compound assignment to blame, or the three steps behind it? Here they are written one
    by one: the bytecodes are getfield, iadd and putfield either way, and so are the outcomes.
    Replacing "count += 1" by something longer or shorter mends nothing. Nor does it help that C2
    may make one instruction of the three on x86: without a lock prefix another core comes in
    between its load and its store.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t CounterRace.GetAddSet

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
      RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
           1      530   1.8%  Interesting  Both read 0, both wrote 1: one update is lost.
           2   29,000  98.2%   Acceptable  One read what the other wrote: both updates are kept.
  */
  @JCStressTest
  @Outcome(
      id = "1",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Both read 0, both wrote 1: one update is lost.")
  @Outcome(
      id = "2",
      expect = ACCEPTABLE,
      desc = "One read what the other wrote: both updates are kept.")
  @Outcome(expect = FORBIDDEN, desc = "No order of two increments gives this.")
  @Exhibit(construct = "counter:UNLOCKED")
  @State
  public static class GetAddSet {

    private int count;

    @Actor
    public void actor1() {
      int value = count; // get
      int result = value + 1; // add
      count = result; // set
    }

    @Actor
    public void actor2() {
      int value = count; // get
      int result = value + 1; // add
      count = result; // set
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = count;
    }
  }

  /*
    What do the two threads themselves believe? Each keeps the number it has written, so the trace
    of the lost update is in the result:

        Thread A            Thread B
        get  -> 0
                            get  -> 0, set 1, holds 1
        set 1, holds 1

    Numbers handed out like this are no tickets: two threads hold the same one. "2, 2" cannot be:
    to write 2 a thread must have read 1, which only the other can have written, and then that one
    holds 1.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t CounterRace.ReturnedValue

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
      RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
        1, 1  200,000  28.2%  Interesting  Both read 0 and wrote 1: both hold 1.
        1, 2  250,000  35.9%   Acceptable  A read 0 and wrote 1, then B read 1 and wrote 2.
        2, 1  250,000  35.8%   Acceptable  B read 0 and wrote 1, then A read 1 and wrote 2.
  */
  @JCStressTest
  @Outcome(
      id = "1, 1",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Both read 0 and wrote 1: both hold 1.")
  @Outcome(
      id = "1, 2",
      expect = ACCEPTABLE,
      desc = "A read 0 and wrote 1, then B read 1 and wrote 2.")
  @Outcome(
      id = "2, 1",
      expect = ACCEPTABLE,
      desc = "B read 0 and wrote 1, then A read 1 and wrote 2.")
  @Outcome(expect = FORBIDDEN, desc = "No order of two increments gives this.")
  @Proof(construct = "counter:UNLOCKED", mustObserve = "1, 1")
  @State
  public static class ReturnedValue {

    private final UnlockedCounter counter = new UnlockedCounter();

    @Actor
    public void actor1(II_Result r) {
      r.r1 = counter.addAndGet(1);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = counter.addAndGet(1);
    }
  }

  /*
    Whose update is lost? A adds 1 and B adds 10, so the sum names the survivor: the thread that
    wrote last has trampled the other. Neither is safe: both directions are seen, about as often.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t CounterRace.DistinctOffsets

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
      RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
           1    5,500   2.4%  Interesting  Both read 0, B wrote 10, then A wrote 1: B's update is lost.
          10    6,600   2.9%  Interesting  Both read 0, A wrote 1, then B wrote 10: A's update is lost.
          11  220,000  94.7%   Acceptable  One read what the other wrote: both updates are kept.
  */
  @JCStressTest
  @Outcome(
      id = "1",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Both read 0, B wrote 10, then A wrote 1: B's update is lost.")
  @Outcome(
      id = "10",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Both read 0, A wrote 1, then B wrote 10: A's update is lost.")
  @Outcome(
      id = "11",
      expect = ACCEPTABLE,
      desc = "One read what the other wrote: both updates are kept.")
  @Outcome(expect = FORBIDDEN, desc = "No order of two increments gives this.")
  @Proof(
      construct = "counter:UNLOCKED",
      mustObserve = {"1", "10"})
  @State
  public static class DistinctOffsets {

    private final UnlockedCounter counter = new UnlockedCounter();

    @Actor
    public void actor1() {
      counter.increment(1);
    }

    @Actor
    public void actor2() {
      counter.increment(10);
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = counter.value();
    }
  }

  /*
    Would it help if the compiler left the accesses alone? In opaque mode every get and every set
    is carried out as written, which is what an interpreter does with its bytecodes, too: this is
    what an unlocked counter is meant to be. The interleaving is that of PlainIncrement.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t CounterRace.OpaqueIncrement

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
      RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
           1   68,000   7.4%  Interesting  Both read 0, both wrote 1: one update is lost.
           2  850,000  92.6%   Acceptable  One read what the other wrote: both updates are kept.
  */
  @JCStressTest
  @Outcome(
      id = "1",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Both read 0, both wrote 1: one update is lost.")
  @Outcome(
      id = "2",
      expect = ACCEPTABLE,
      desc = "One read what the other wrote: both updates are kept.")
  @Outcome(expect = FORBIDDEN, desc = "No order of two increments gives this.")
  @Proof(construct = "counter:OPAQUE", mustObserve = "1")
  @State
  public static class OpaqueIncrement {

    private final OpaqueCounter counter = new OpaqueCounter();

    @Actor
    public void actor1() {
      counter.increment(1);
    }

    @Actor
    public void actor2() {
      counter.increment(1);
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = counter.value();
    }
  }

  /*
    Would it help if every read saw the last write? Volatile says just that (JLS 17.4.4), and A's
    get does return the latest value. It is no longer the latest when A sets. Visibility is not
    atomicity.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t CounterRace.VolatileIncrement

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
      RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
           1      660   1.7%  Interesting  Both read 0, both wrote 1: one update is lost.
           2   37,000  98.3%   Acceptable  One read what the other wrote: both updates are kept.
  */
  @JCStressTest
  @Outcome(
      id = "1",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Both read 0, both wrote 1: one update is lost.")
  @Outcome(
      id = "2",
      expect = ACCEPTABLE,
      desc = "One read what the other wrote: both updates are kept.")
  @Outcome(expect = FORBIDDEN, desc = "No order of two increments gives this.")
  @Proof(construct = "counter:VOLATILE", mustObserve = "1")
  @State
  public static class VolatileIncrement {

    private final VolatileCounter counter = new VolatileCounter();

    @Actor
    public void actor1() {
      counter.increment(1);
    }

    @Actor
    public void actor2() {
      counter.increment(1);
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = counter.value();
    }
  }

  /*
    How much can be lost at most? Five increments each, and one might think: half of the ten. But
    the last set of all tramples everything that came after its own get:

        Thread A            Thread B            count
        get  -> 0                               0
                            four increments     4
        set 1                                   1
                            get  -> 1           1
        four increments                         5
                            set 2               2

    So 2 is possible. 1 is not: the last set of all would have to be over a 0, read before any set;
    it would be its thread's first, and each thread has five. Which of the others come, and how often,
    is up to the machine; demanded is that something is lost.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t CounterRace.FiveUpdates

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
      RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
          10   72,000  51.8%   Acceptable  Each increment read what the one before it wrote.
           2        0     0%  Interesting  Some increments were set over others.
           3        2  <0.1%  Interesting  Some increments were set over others.
           4       41  <0.1%  Interesting  Some increments were set over others.
           5    3,600   2.6%  Interesting  Some increments were set over others.
           6    7,100   5.1%  Interesting  Some increments were set over others.
           7   11,000   7.7%  Interesting  Some increments were set over others.
           8   19,000  13.4%  Interesting  Some increments were set over others.
           9   27,000  19.5%  Interesting  Some increments were set over others.
  */
  @JCStressTest
  @Outcome(
      id = "10",
      expect = ACCEPTABLE,
      desc = "Each increment read what the one before it wrote.")
  @Outcome(
      id = {"2", "3", "4", "5", "6", "7", "8", "9"},
      expect = ACCEPTABLE_INTERESTING,
      desc = "Some increments were set over others.")
  @Outcome(expect = FORBIDDEN, desc = "No order of ten increments gives this.")
  @Proof(construct = "counter:VOLATILE", mustObserve = "9")
  @State
  public static class FiveUpdates {

    private final VolatileCounter counter = new VolatileCounter();

    @Actor
    public void actor1() {
      for (int i = 0; i < 5; i++) {
        counter.increment(1);
      }
    }

    @Actor
    public void actor2() {
      for (int i = 0; i < 5; i++) {
        counter.increment(1);
      }
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = counter.value();
    }
  }

  /*
    Five sensors, one increment each and all at once. Four of the five may be lost to one. Five
    actors need five CPUs: with fewer, this test is listed as not run.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t CounterRace.FiveSensors

    Not recorded: it needs 5 CPUs.
  */
  @JCStressTest
  @Outcome(id = "5", expect = ACCEPTABLE, desc = "Every sensor is counted.")
  @Outcome(
      id = {"1", "2", "3", "4"},
      expect = ACCEPTABLE_INTERESTING,
      desc = "Some sensors were set over others.")
  @Outcome(expect = FORBIDDEN, desc = "No order of five increments gives this.")
  @Proof(
      construct = "counter:VOLATILE",
      mustObserve = {"3", "4"})
  @State
  public static class FiveSensors {

    private final VolatileCounter counter = new VolatileCounter();

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
