/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.order;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lockstep.jcstress.proof.Exhibit;
import dev.lockstep.jcstress.proof.Nightly;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IZI_Result;
import org.openjdk.jcstress.infra.results.ZI_Result;

/** What a compare-and-set does when it does not set. */
@Nightly
public class FailedCas {

  /*
    A thread reads a plain field, tries to take a lock by compare-and-set, fails, and reads the
    field again. Does the failure order anything?

        Thread A                    Thread B
                                    content  -> 0
        content = 1
        owner = 1  (release)
                                    owner 0 to 2?  -> no, it is 1
                                    content  -> 1

    A compareAndSet reads with the effect of a volatile read, whether it then sets or not
    (VarHandle.compareAndSet). So the read that found A's owner synchronizes-with A's write (JLS
    17.4.4), and the second read of the content must see it: the compiler may not reuse the first.
    A tryLock that has failed has thereby seen what the owner had done when it locked.

        x86-64, AArch64     0, false, 0 is seen by nobody

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t FailedCas.Acquires

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
           RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
       0, true, 0   64,000   8.2%   Acceptable  B was faster: nothing orders its plain reads.
       0, true, 1    2,300   0.3%   Acceptable  B was faster: nothing orders its plain reads.
       1, true, 1       43  <0.1%   Acceptable  B was faster: nothing orders its plain reads.
       1, true, 0        0     0%   Acceptable  B was faster: nothing orders its plain reads.
      1, false, 1  700,000  90.5%   Acceptable  B came when all was written.
      0, false, 1    7,500   1.0%  Interesting  B failed, and its second read is a new one.
      0, false, 0        0     0%    Forbidden  B failed, and does not see what came before the value that it met.
      1, false, 0        0     0%    Forbidden  B failed, and does not see what came before the value that it met.
  */
  @JCStressTest
  @Outcome(
      id = {"0, true, 0", "0, true, 1", "1, true, 1", "1, true, 0"},
      expect = ACCEPTABLE,
      desc = "B was faster: nothing orders its plain reads.")
  @Outcome(id = "1, false, 1", expect = ACCEPTABLE, desc = "B came when all was written.")
  @Outcome(
      id = "0, false, 1",
      expect = ACCEPTABLE_INTERESTING,
      desc = "B failed, and its second read is a new one.")
  @Outcome(
      id = {"0, false, 0", "1, false, 0"},
      expect = FORBIDDEN,
      desc = "B failed, and does not see what came before the value that it met.")
  @Outcome(expect = FORBIDDEN, desc = "A value that nobody wrote.")
  @Exhibit(construct = "lock:SPIN_LOCK")
  @State
  public static class Acquires {

    private static final VarHandle OWNER = owner(MethodHandles.lookup());

    private int content;

    @SuppressWarnings("unused") // read and written through OWNER
    private int owner;

    @Actor
    public void actor1() {
      content = 1;
      OWNER.setRelease(this, 1);
    }

    @Actor
    public void actor2(IZI_Result r) {
      r.r1 = content;
      r.r2 = OWNER.compareAndSet(this, 0, 2);
      r.r3 = content;
    }
  }

  /*
    The same with a compare-and-set in plain mode. It is one step as well, so nobody comes between
    its read and its write, but it orders nothing around it (VarHandle.weakCompareAndSetPlain):

        as written                          as it may be done
        r1 = content                        r1 = content
        owner 0 to 2?                       r3 = r1
        r3 = content                        owner 0 to 2?

    That it is atomic says nothing about what is visible after it.

        x86-64              allowed to the compiler; C2 loads anew
        AArch64             may be seen

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t FailedCas.PlainOrdersNothing

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
           RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
       0, true, 0   14,000   8.7%   Acceptable  B was faster.
       0, true, 1      340   0.2%   Acceptable  B was faster.
       1, true, 1       11  <0.1%   Acceptable  B was faster.
       1, true, 0        0     0%   Acceptable  B was faster.
      1, false, 1  140,000  90.1%   Acceptable  B failed, and sees the content.
      0, false, 1    1,500   1.0%   Acceptable  B failed, and sees the content.
      0, false, 0        0     0%  Interesting  B failed, and does not see what came before the value that it met.
      1, false, 0        0     0%  Interesting  B failed, and does not see what came before the value that it met.
  */
  @JCStressTest
  @Outcome(
      id = {"0, true, 0", "0, true, 1", "1, true, 1", "1, true, 0"},
      expect = ACCEPTABLE,
      desc = "B was faster.")
  @Outcome(
      id = {"1, false, 1", "0, false, 1"},
      expect = ACCEPTABLE,
      desc = "B failed, and sees the content.")
  @Outcome(
      id = {"0, false, 0", "1, false, 0"},
      expect = ACCEPTABLE_INTERESTING,
      desc = "B failed, and does not see what came before the value that it met.")
  @Outcome(expect = FORBIDDEN, desc = "A value that nobody wrote.")
  @Exhibit(construct = "order:PLAIN")
  @State
  public static class PlainOrdersNothing {

    private static final VarHandle OWNER = owner(MethodHandles.lookup());

    private int content;

    @SuppressWarnings("unused") // read and written through OWNER
    private int owner;

    @Actor
    public void actor1() {
      content = 1;
      OWNER.setRelease(this, 1);
    }

    @Actor
    public void actor2(IZI_Result r) {
      r.r1 = content;
      r.r2 = OWNER.weakCompareAndSetPlain(this, 0, 2);
      r.r3 = content;
    }
  }

  /*
    A weak compare-and-set finds the value that it expects, nobody else changes it, and it says no
    all the same. May it? It may fail for no reason (VarHandle.weakCompareAndSet). On a machine that
    makes it of two instructions, one that watches the line and one that stores if nothing has
    happened to it, a store to a neighbour in the same line, or an interrupt, is enough:

        Thread A                            Thread B
        owner -> 0, watch its line
                                            neighbour = 1
        store 1 to owner: refused

    So it belongs into a loop that tries again, as in CAS_LOOP; an algorithm that takes a failure
    for news about the value needs the strong form.

        x86-64              not seen: one instruction, cmpxchg
        AArch64             not seen with the atomic instructions of version 8.1, may be seen
                            without them (-XX:-UseLSE)

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t FailedCas.WeakMayFail

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
        RESULT  SAMPLES  FREQ       EXPECT  DESCRIPTION
       true, 1  920,000  100%   Acceptable  It found 0 and has set 1.
      false, 0        0    0%  Interesting  It found 0, as it expected, and has failed for no reason.
  */
  @JCStressTest
  @Outcome(id = "true, 1", expect = ACCEPTABLE, desc = "It found 0 and has set 1.")
  @Outcome(
      id = "false, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "It found 0, as it expected, and has failed for no reason.")
  @Outcome(expect = FORBIDDEN, desc = "What it says and what it did differ.")
  @Exhibit(construct = "counter:CAS_LOOP")
  @State
  public static class WeakMayFail {

    private static final VarHandle OWNER = owner(MethodHandles.lookup());

    private int owner;

    @SuppressWarnings("unused") // shares a line of the cache with the owner
    private int neighbour;

    @Actor
    public void actor1(ZI_Result r) {
      r.r1 = OWNER.weakCompareAndSet(this, 0, 1);
      r.r2 = owner;
    }

    @Actor
    public void actor2() {
      neighbour++;
    }
  }

  private static VarHandle owner(MethodHandles.Lookup lookup) {
    try {
      return lookup.findVarHandle(lookup.lookupClass(), "owner", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
