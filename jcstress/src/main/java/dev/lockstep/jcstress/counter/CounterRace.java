/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.counter;

import dev.lockstep.core.counter.OpaqueCounter;
import dev.lockstep.core.counter.UnlockedCounter;
import dev.lockstep.core.counter.VolatileCounter;
import dev.lockstep.jcstress.contract.AllFiveSensors;
import dev.lockstep.jcstress.contract.AllTenUpdates;
import dev.lockstep.jcstress.contract.BothOffsets;
import dev.lockstep.jcstress.contract.DistinctTickets;
import dev.lockstep.jcstress.contract.MayLoseManyUpdates;
import dev.lockstep.jcstress.contract.MayLoseOffset;
import dev.lockstep.jcstress.contract.MayLoseSensors;
import dev.lockstep.jcstress.contract.MayLoseUpdate;
import dev.lockstep.jcstress.contract.MayShareTicket;
import dev.lockstep.jcstress.proof.Proof;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Two threads, one counter, no lock: which updates get lost?
 *
 * <p>The Python notes show it with five threads, 10^5 increments each and a barrier, and found
 * 249414 of 500000. In Java such a loop is compiled to next to nothing and over before the other
 * threads have begun, so that it often counts right; jcstress instead lets two threads meet in a
 * single increment, millions of times.
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

    Each access by itself is indivisible (JLS 17.7), but nothing keeps B out between A's get and
    A's set.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t CounterRace.PlainIncrement

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT     SAMPLES   FREQ       EXPECT  DESCRIPTION
           1  48,000,000  35.4%  Interesting  Both read 0, both wrote 1: one update is trampled.
           2  88,000,000  64.6%   Acceptable  One read what the other wrote: both updates are kept.
  */
  @JCStressTest
  @JCStressMeta(MayLoseUpdate.class)
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
    Replacing "count += 1" by something longer or shorter mends nothing.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t CounterRace.GetAddSet

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT      SAMPLES   FREQ       EXPECT  DESCRIPTION
           1   64,000,000  32.2%  Interesting  Both read 0, both wrote 1: one update is trampled.
           2  140,000,000  67.8%   Acceptable  One read what the other wrote: both updates are kept.
  */
  @JCStressTest
  @JCStressMeta(MayLoseUpdate.class)
  @Proof(construct = "counter:UNLOCKED", mustObserve = "1")
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
    of the trampled update is in the result:

        Thread A            Thread B
        get  -> 0
                            get  -> 0, set 1, holds 1
        set 1, holds 1

    Numbers handed out like this are no tickets: two threads hold the same one. "2, 2" cannot be:
    to write 2 a thread must have read 1, which only the other can have written, and then that one
    holds 1.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t CounterRace.ReturnedValue

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT     SAMPLES   FREQ       EXPECT  DESCRIPTION
        1, 1  56,000,000  50.3%  Interesting  A and B both read 0 and wrote 1: both hold 1.
        1, 2  27,000,000  24.4%   Acceptable  A read 0 and wrote 1, then B read 1 and wrote 2.
        2, 1  28,000,000  25.3%   Acceptable  B read 0 and wrote 1, then A read 1 and wrote 2.
  */
  @JCStressTest
  @JCStressMeta(MayShareTicket.class)
  @Proof(construct = "counter:UNLOCKED", mustObserve = "1, 1", breaks = DistinctTickets.class)
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

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT     SAMPLES   FREQ       EXPECT  DESCRIPTION
           1  25,000,000  18.2%  Interesting  Both read 0, B wrote 10, then A wrote 1: A trampled B.
          10  24,000,000  17.9%  Interesting  Both read 0, A wrote 1, then B wrote 10: B trampled A.
          11  86,000,000  63.8%   Acceptable  One read what the other wrote: both updates are kept.
  */
  @JCStressTest
  @JCStressMeta(MayLoseOffset.class)
  @Proof(
      construct = "counter:UNLOCKED",
      mustObserve = {"1", "10"},
      breaks = BothOffsets.class)
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
    the honest counterpart of the Python counter. The interleaving is that of PlainIncrement.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t CounterRace.OpaqueIncrement

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT     SAMPLES   FREQ       EXPECT  DESCRIPTION
           1  39,000,000  33.1%  Interesting  Both read 0, both wrote 1: one update is trampled.
           2  78,000,000  66.9%   Acceptable  One read what the other wrote: both updates are kept.
  */
  @JCStressTest
  @JCStressMeta(MayLoseUpdate.class)
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
    atomicity. Rarer here than with a plain field; rarer is not never.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t CounterRace.VolatileIncrement

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT     SAMPLES   FREQ       EXPECT  DESCRIPTION
           1   4,100,000   6.7%  Interesting  Both read 0, both wrote 1: one update is trampled.
           2  56,000,000  93.3%   Acceptable  One read what the other wrote: both updates are kept.
  */
  @JCStressTest
  @JCStressMeta(MayLoseUpdate.class)
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
    whoever sets last tramples everything that came after his get:

        Thread A            Thread B            count
        get  -> 0                               0
                            four increments     4
        set 1                                   1
                            get  -> 1           1
        four increments                         5
                            set 2               2

    So 2 is possible. 1 is not: the last set of all would have to be over a 0, read before any set;
    it would be its thread's first, and each thread has five. Values below 6 take luck and are not
    demanded.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t CounterRace.FiveUpdates

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT     SAMPLES   FREQ       EXPECT  DESCRIPTION
          10  18,000,000  69.7%   Acceptable  Every increment read what the one before it wrote.
           2           0     0%  Interesting  Some increments were set over others.
           3         380  <0.1%  Interesting  Some increments were set over others.
           4         350  <0.1%  Interesting  Some increments were set over others.
           5   2,400,000   9.4%  Interesting  Some increments were set over others.
           6     790,000   3.1%  Interesting  Some increments were set over others.
           7   1,400,000   5.3%  Interesting  Some increments were set over others.
           8   1,500,000   6.0%  Interesting  Some increments were set over others.
           9   1,700,000   6.5%  Interesting  Some increments were set over others.
  */
  @JCStressTest
  @JCStressMeta(MayLoseManyUpdates.class)
  @Proof(
      construct = "counter:VOLATILE",
      mustObserve = {"6", "7", "8", "9"},
      mayObserve = {"2", "3", "4", "5"},
      breaks = AllTenUpdates.class)
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
    The five sensors of the Python notes, one increment each and all at once. Four of the five may
    be trampled by one. Five actors need five CPUs: with fewer, this test is listed as not run.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t CounterRace.FiveSensors

    Not recorded: it needs 5 CPUs.
  */
  @JCStressTest
  @JCStressMeta(MayLoseSensors.class)
  @Proof(
      construct = "counter:VOLATILE",
      mustObserve = {"3", "4"},
      mayObserve = {"1", "2"},
      breaks = AllFiveSensors.class)
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
