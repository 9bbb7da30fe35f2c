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
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Message passing needs both sides, and the right variable. Here one half of the pair is missing;
 * with both it is {@code MessagePassing.ReleaseAcquire}.
 */
@Nightly
public class Halves {

  /*
    The writer releases, and the reader "only looks". Is that enough?

        Writer                      Reader
                                    content  -> 0       (done first, though it stands second)
        content = 42
        flag = 1  (release)
                                    flag     -> 1

    The writes are seen in order. The reads are not done in order: both are plain, and nothing tells
    the compiler that the one matters to the other. Happens-before needs the read that synchronizes,
    too (JLS 17.4.4, 17.4.5).

        x86-64              seen, by the compiler
        AArch64             may be seen, by the hardware as well

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Halves.PlainReader

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
      RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
        0, 0  460,000  43.9%   Acceptable  The reader came before both writes.
       0, 42    2,400   0.2%   Acceptable  The reader came between the two writes.
       1, 42  590,000  55.8%   Acceptable  The reader came after both writes.
        1, 0    1,100   0.1%  Interesting  The flag is seen, the content is not.
  */
  @JCStressTest
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "The reader came before both writes.")
  @Outcome(id = "0, 42", expect = ACCEPTABLE, desc = "The reader came between the two writes.")
  @Outcome(id = "1, 42", expect = ACCEPTABLE, desc = "The reader came after both writes.")
  @Outcome(
      id = "1, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The flag is seen, the content is not.")
  @Outcome(expect = FORBIDDEN, desc = "A value that nobody wrote.")
  @Exhibit(construct = "order:RELEASE_ACQUIRE")
  @State
  public static class PlainReader {

    private static final VarHandle FLAG = flag(MethodHandles.lookup());

    private int content;
    private int flag;

    @Actor
    public void writer() {
      content = 42;
      FLAG.setRelease(this, 1);
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = flag;
      r.r2 = content;
    }
  }

  /*
    The other half: the reader acquires, and the writer "only writes".

        Writer                      Reader
        flag = 1                    (may be seen before the line that stands first)
                                    flag     -> 1  (acquire)
                                    content  -> 0
        content = 42

    The reads are done in order, and find the writes in the other one. Which of the two writes
    leaves the core first is up to the compiler, and on many machines to the core.

        x86-64              not seen, unless a compiler moves one of the writes
        AArch64             may be seen

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Halves.PlainWriter

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
      RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
        0, 0  380,000  43.5%   Acceptable  The reader came before both writes.
       0, 42    3,700   0.4%   Acceptable  The reader came between the two writes.
       1, 42  490,000  56.1%   Acceptable  The reader came after both writes.
        1, 0        0     0%  Interesting  The flag is seen, the content is not.
  */
  @JCStressTest
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "The reader came before both writes.")
  @Outcome(id = "0, 42", expect = ACCEPTABLE, desc = "The reader came between the two writes.")
  @Outcome(id = "1, 42", expect = ACCEPTABLE, desc = "The reader came after both writes.")
  @Outcome(
      id = "1, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The flag is seen, the content is not.")
  @Outcome(expect = FORBIDDEN, desc = "A value that nobody wrote.")
  @Exhibit(construct = "order:RELEASE_ACQUIRE")
  @State
  public static class PlainWriter {

    private static final VarHandle FLAG = flag(MethodHandles.lookup());

    private int content;

    @SuppressWarnings("unused") // read through FLAG
    private int flag;

    @Actor
    public void writer() {
      content = 42;
      flag = 1;
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = (int) FLAG.getAcquire(this);
      r.r2 = content;
    }
  }

  /*
    The array is volatile. Are its elements? They are not: what is volatile is the variable that
    refers to the array (JLS 8.3.1.4), and here it is only ever read. The elements are plain:

        Writer                      Reader
        slots[0] = 42
        slots[1] = 1                slots[1]  -> 1
                                    slots[0]  -> 0

    Nobody writes the reference, so no write of it synchronizes-with anything (JLS 17.4.4). Elements
    that threads share are an AtomicIntegerArray, or reached by a VarHandle of the array.

        x86-64              not seen: what a volatile read of the reference does to the compiler
                            keeps the reads apart
        AArch64             may be seen: the two writes are plain stores

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Halves.VolatileArray

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
      RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
        0, 0   45,000  45.8%   Acceptable  The reader came before both writes.
       0, 42      160   0.2%   Acceptable  The reader came between the two writes.
       1, 42   53,000  54.1%   Acceptable  The reader came after both writes.
        1, 0        0     0%  Interesting  The second write is seen, the first is not.
  */
  @JCStressTest
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "The reader came before both writes.")
  @Outcome(id = "0, 42", expect = ACCEPTABLE, desc = "The reader came between the two writes.")
  @Outcome(id = "1, 42", expect = ACCEPTABLE, desc = "The reader came after both writes.")
  @Outcome(
      id = "1, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The second write is seen, the first is not.")
  @Outcome(expect = FORBIDDEN, desc = "A value that nobody wrote.")
  @Exhibit(construct = "order:VOLATILE")
  @State
  public static class VolatileArray {

    private volatile int[] slots = new int[2];

    @Actor
    public void writer() {
      slots[0] = 42;
      slots[1] = 1;
    }

    @Actor
    public void reader(II_Result r) {
      r.r1 = slots[1];
      r.r2 = slots[0];
    }
  }

  private static VarHandle flag(MethodHandles.Lookup lookup) {
    try {
      return lookup.findVarHandle(lookup.lookupClass(), "flag", int.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }
}
