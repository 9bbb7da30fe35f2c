/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.sync;

import dev.lockstep.core.sync.Signal;
import dev.lockstep.jcstress.contract.MayMissWrite;
import dev.lockstep.jcstress.contract.SeesWrite;
import dev.lockstep.jcstress.mutant.OnePartySignal;
import dev.lockstep.jcstress.mutant.OpenLatchSignal;
import dev.lockstep.jcstress.mutant.SparePermitSignal;
import dev.lockstep.jcstress.mutant.UnwaitedFutureSignal;
import dev.lockstep.jcstress.proof.HandsOff;
import dev.lockstep.jcstress.proof.Twin;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * Would {@link Synchronizers} notice a bug? Signals with one line broken so that nobody waits: a
 * write that is missing must be seen. Those that break the other way, by waiting for ever, are left
 * to the model checker, which needs no half minute for each.
 */
@HandsOff
public class SignalMutants {

  /*
    The semaphore begins with a permit, so the first to wait does not wait. The waiter reads the field
    whether or not the sender has written it.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t SignalMutants.SparePermit

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES   FREQ       EXPECT  DESCRIPTION
           0    670,000  35.7%  Interesting  The wait was over, and the write is not there.
           1  1,200,000  64.3%   Acceptable  The write happened-before the read: it is seen.
  */
  @JCStressTest
  @JCStressMeta(MayMissWrite.class)
  @Twin(contract = SeesWrite.class, mutant = SparePermitSignal.class, mustObserve = "0")
  @State
  public static class SparePermit {

    private final Signal signal = new SparePermitSignal();
    private int field;

    @Actor
    public void sender() {
      field = 1;
      signal.send(null);
    }

    @Actor
    public void waiter(I_Result r) {
      Await.on(signal);
      r.r1 = field;
    }
  }

  /*
    A latch of zero is open before anybody has opened it. The waiter reads the field
    whether or not the sender has written it.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t SignalMutants.OpenLatch

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES   FREQ       EXPECT  DESCRIPTION
           0    880,000  35.5%  Interesting  The wait was over, and the write is not there.
           1  1,600,000  64.5%   Acceptable  The write happened-before the read: it is seen.
  */
  @JCStressTest
  @JCStressMeta(MayMissWrite.class)
  @Twin(contract = SeesWrite.class, mutant = OpenLatchSignal.class, mustObserve = "0")
  @State
  public static class OpenLatch {

    private final Signal signal = new OpenLatchSignal();
    private int field;

    @Actor
    public void sender() {
      field = 1;
      signal.send(null);
    }

    @Actor
    public void waiter(I_Result r) {
      Await.on(signal);
      r.r1 = field;
    }
  }

  /*
    A barrier for one is no barrier: whoever comes goes on. The waiter reads the field
    whether or not the sender has written it.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t SignalMutants.OneParty

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
           0  320,000  27.4%  Interesting  The wait was over, and the write is not there.
           1  840,000  72.6%   Acceptable  The write happened-before the read: it is seen.
  */
  @JCStressTest
  @JCStressMeta(MayMissWrite.class)
  @Twin(contract = SeesWrite.class, mutant = OnePartySignal.class, mustObserve = "0")
  @State
  public static class OneParty {

    private final Signal signal = new OnePartySignal();
    private int field;

    @Actor
    public void sender() {
      field = 1;
      signal.send(null);
    }

    @Actor
    public void waiter(I_Result r) {
      Await.on(signal);
      r.r1 = field;
    }
  }

  /*
    getNow takes what is there, and if nothing is there, the default that was given. The waiter reads the field
    whether or not the sender has written it.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t SignalMutants.UnwaitedFuture

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES   FREQ       EXPECT  DESCRIPTION
           0  1,900,000  70.0%  Interesting  The wait was over, and the write is not there.
           1    810,000  30.0%   Acceptable  The write happened-before the read: it is seen.
  */
  @JCStressTest
  @JCStressMeta(MayMissWrite.class)
  @Twin(contract = SeesWrite.class, mutant = UnwaitedFutureSignal.class, mustObserve = "0")
  @State
  public static class UnwaitedFuture {

    private final Signal signal = new UnwaitedFutureSignal();
    private int field;

    @Actor
    public void sender() {
      field = 1;
      signal.send(null);
    }

    @Actor
    public void waiter(I_Result r) {
      Await.on(signal);
      r.r1 = field;
    }
  }
}
