/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.unit;

import dev.lockstep.core.unit.Unit;
import dev.lockstep.core.unit.UnitKind;
import dev.lockstep.jcstress.contract.HandOff;
import dev.lockstep.jcstress.contract.LeakyHandOff;
import dev.lockstep.jcstress.proof.HandsOff;
import dev.lockstep.jcstress.proof.Proof;
import dev.lockstep.jcstress.proof.Twin;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Does what was written before a unit was started reach the work, and what the work wrote the
 * caller?
 *
 * <p>A caller sets a plain field, has a unit copy it to another, and when the unit has ended reads
 * the copy. The only order is that of start and join (JLS 17.4.5). Two callers do this at the same
 * time, each with fields of its own.
 *
 * <p>A method call, and processes, which share no memory, owe no such proof.
 */
@HandsOff
public class StartAndJoin {

  /*
    A virtual thread: its start happens-before its first action, its last one before the return of
    join, whatever carrier it runs on.

        Caller                          Unit
        set the field, start
                                        copy, end
        join returns, read the copy

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t StartAndJoin.Virtual
  */
  @JCStressTest
  @JCStressMeta(HandOff.class)
  @Proof(construct = "unit:VIRTUAL")
  @State
  public static class Virtual {

    private static final Unit UNIT = UnitKind.VIRTUAL.create();

    private final Parcel first = new Parcel();
    private final Parcel second = new Parcel();

    @Actor
    public void actor1(II_Result r) {
      r.r1 = first.through(UNIT);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = second.through(UNIT);
    }
  }

  /*
    A thread of the operating system: the same edges. Starting one takes tens of microseconds, so
    samples are few.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t StartAndJoin.Platform
  */
  @JCStressTest
  @JCStressMeta(HandOff.class)
  @Proof(construct = "unit:PLATFORM")
  @State
  public static class Platform {

    private static final Unit UNIT = UnitKind.PLATFORM.create();

    private final Parcel first = new Parcel();
    private final Parcel second = new Parcel();

    @Actor
    public void actor1(II_Result r) {
      r.r1 = first.through(UNIT);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = second.through(UNIT);
    }
  }

  /*
    A thread that is there already: submitting happens-before the work, and the work before the
    return of get. Either of two threads may take the work of either caller, so a thread has seen
    fields of other samples before, and must see these.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t StartAndJoin.Pooled
  */
  @JCStressTest
  @JCStressMeta(HandOff.class)
  @Proof(construct = "unit:POOLED")
  @State
  public static class Pooled {

    private static final Unit UNIT = UnitKind.POOLED.create();

    private final Parcel first = new Parcel();
    private final Parcel second = new Parcel();

    @Actor
    public void actor1(II_Result r) {
      r.r1 = first.through(UNIT);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = second.through(UNIT);
    }
  }

  /*
    The twin: a unit of which the caller sees that it has begun, and then goes on.

        Caller                          Unit
        set the field, start
                                        say that it has begun
        go on, read the copy: 0
                                        copy

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t StartAndJoin.StartedOnly
  */
  @JCStressTest
  @JCStressMeta(LeakyHandOff.class)
  @Twin(
      contract = HandOff.class,
      bug = "waits for the begin of the work, not for its end",
      mustObserve = {"0, 1", "1, 0", "0, 0"})
  @State
  public static class StartedOnly {

    private static final Unit UNIT = new StartedOnlyUnit();

    private final Parcel first = new Parcel();
    private final Parcel second = new Parcel();

    @Actor
    public void actor1(II_Result r) {
      r.r1 = first.through(UNIT);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = second.through(UNIT);
    }
  }
}
