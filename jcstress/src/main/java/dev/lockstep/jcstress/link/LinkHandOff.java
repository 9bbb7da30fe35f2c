/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.link;

import dev.lockstep.core.link.LinkKind;
import dev.lockstep.jcstress.contract.HandOff;
import dev.lockstep.jcstress.contract.LeakyHandOff;
import dev.lockstep.jcstress.link.Courier.Parcel;
import dev.lockstep.jcstress.proof.HandsOff;
import dev.lockstep.jcstress.proof.Proof;
import dev.lockstep.jcstress.proof.Twin;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Does what was written before a value was sent reach the other party, and what that wrote the
 * caller?
 *
 * <p>A caller names a parcel and sets its field, both plain, and sends a value; the party at the
 * other end copies the field and answers; the caller reads the copy. The only order is what the
 * link gives, each way. Two callers do this at the same time, each on a link of its own: two
 * parties more than there are CPUs, so that all of them really sleep and are woken.
 *
 * <p>The links are made once per forked JVM. Plain calls, and another process, which shares no
 * memory, owe no such proof.
 */
@HandsOff
public class LinkHandOff {

  /*
    A SynchronousQueue each way: a put waits for its take, and happens-before what follows that.

        Caller                          Party
        set the field, put
                                        take: copy, put
        take returns, read the copy

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LinkHandOff.SynchronousQueues
  */
  @JCStressTest
  @JCStressMeta(HandOff.class)
  @Proof(construct = "link:SYNCHRONOUS_QUEUE")
  @State
  public static class SynchronousQueues {

    private static final Courier LEFT = Courier.of(LinkKind.SYNCHRONOUS_QUEUE);
    private static final Courier RIGHT = Courier.of(LinkKind.SYNCHRONOUS_QUEUE);

    private final Parcel first = new Parcel();
    private final Parcel second = new Parcel();

    @Actor
    public void actor1(II_Result r) {
      r.r1 = first.through(LEFT);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = second.through(RIGHT);
    }
  }

  /*
    A LinkedTransferQueue each way: the same edges, and nobody waits for the other to take what was
    put. So the party may be at the next take before the caller has its answer.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LinkHandOff.TransferQueues
  */
  @JCStressTest
  @JCStressMeta(HandOff.class)
  @Proof(construct = "link:TRANSFER_QUEUE")
  @State
  public static class TransferQueues {

    private static final Courier LEFT = Courier.of(LinkKind.TRANSFER_QUEUE);
    private static final Courier RIGHT = Courier.of(LinkKind.TRANSFER_QUEUE);

    private final Parcel first = new Parcel();
    private final Parcel second = new Parcel();

    @Actor
    public void actor1(II_Result r) {
      r.r1 = first.through(LEFT);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = second.through(RIGHT);
    }
  }

  /*
    An Exchanger: both sides meet with the value, and meet again with the answer. Each meeting has an
    edge in both directions, of which one is needed.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LinkHandOff.Exchanged
  */
  @JCStressTest
  @JCStressMeta(HandOff.class)
  @Proof(construct = "link:EXCHANGER")
  @State
  public static class Exchanged {

    private static final Courier LEFT = Courier.of(LinkKind.EXCHANGER);
    private static final Courier RIGHT = Courier.of(LinkKind.EXCHANGER);

    private final Parcel first = new Parcel();
    private final Parcel second = new Parcel();

    @Actor
    public void actor1(II_Result r) {
      r.r1 = first.through(LEFT);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = second.through(RIGHT);
    }
  }

  /*
    Two conditions of one lock: releasing it happens-before the next acquiring, and a wait ends with
    the lock held again. A signal that nobody waits for yet is not lost, since the field is looked at
    first.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LinkHandOff.Conditions
  */
  @JCStressTest
  @JCStressMeta(HandOff.class)
  @Proof(construct = "link:CONDITION")
  @State
  public static class Conditions {

    private static final Courier LEFT = Courier.of(LinkKind.CONDITION);
    private static final Courier RIGHT = Courier.of(LinkKind.CONDITION);

    private final Parcel first = new Parcel();
    private final Parcel second = new Parcel();

    @Actor
    public void actor1(II_Result r) {
      r.r1 = first.through(LEFT);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = second.through(RIGHT);
    }
  }

  /*
    A volatile field each way, and park to sleep until it is set. The write of the field happens-before
    a read that sees it; unpark and park order nothing. If the one who waits wrote its name after
    its last look at the field, or the other reads the name before it has set it, nobody is woken, and
    the test does not end.

        Caller                          Party
        set the field, set down
        unpark the party
        write its name
        up is not set: park
                                        read down: copy, set up
                                        unpark the caller
        read up, read the copy

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LinkHandOff.Parked
  */
  @JCStressTest
  @JCStressMeta(HandOff.class)
  @Proof(construct = "link:PARK")
  @State
  public static class Parked {

    private static final Courier LEFT = Courier.of(LinkKind.PARK);
    private static final Courier RIGHT = Courier.of(LinkKind.PARK);

    private final Parcel first = new Parcel();
    private final Parcel second = new Parcel();

    @Actor
    public void actor1(II_Result r) {
      r.r1 = first.through(LEFT);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = second.through(RIGHT);
    }
  }

  /*
    The twin: a party that answers first and works then.

        Caller                          Party
        set the field, put
                                        take, put
        take returns, read the copy: 0
                                        copy

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t LinkHandOff.AnsweredFirst
  */
  @JCStressTest
  @JCStressMeta(LeakyHandOff.class)
  @Twin(
      contract = HandOff.class,
      bug = "answers before the work is done",
      mustObserve = {"0, 1", "1, 0", "0, 0"})
  @State
  public static class AnsweredFirst {

    private static final Courier LEFT = Courier.to(AnsweredFirstLink::new);
    private static final Courier RIGHT = Courier.to(AnsweredFirstLink::new);

    private final Parcel first = new Parcel();
    private final Parcel second = new Parcel();

    @Actor
    public void actor1(II_Result r) {
      r.r1 = first.through(LEFT);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = second.through(RIGHT);
    }
  }
}
