/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.order;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lockstep.core.order.Cell;
import dev.lockstep.core.order.OrderKind;
import dev.lockstep.jcstress.proof.Exhibit;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.proof.Proof;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.concurrent.ThreadLocalRandom;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.BBJ_Result;
import org.openjdk.jcstress.infra.results.D_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * What is whole: how much of memory one access takes, and how much of it a neighbour's access
 * leaves alone. {@code Tearing} asks the same of the access modes.
 */
@Nightly
public class Words {

  /*
    Two threads write to two neighbours in memory. Is one write lost because the other thread writes
    the word in which both lie? Not if they are array elements or fields, even bytes (JLS 17.6): a
    JVM may not make the write of a byte a read and a write of something larger. The bits of a word
    are no variables. To set one is to read all, change one, and write all:

        Thread A            Thread B            word
        get  -> 0                               0
                            get  -> 0           0
                            set 2               2
        set 1                                   1, and B's bit is gone

    Here each thread does both, so that each sample which loses a bit has shown that the two met.
    BitSet, and every packed format, is of the second kind.

        x86-64, AArch64     a store of a byte is an instruction of both

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Words.BytesBesideBits

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
       RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
      1, 1, 3   55,000  96.5%   Acceptable  Both bytes are kept, and both bits.
      1, 1, 1      730   1.3%  Interesting  Both bytes are kept, and one of the bits is lost.
      1, 1, 2    1,300   2.2%  Interesting  Both bytes are kept, and one of the bits is lost.
  */
  @JCStressTest
  @Outcome(id = "1, 1, 3", expect = ACCEPTABLE, desc = "Both bytes are kept, and both bits.")
  @Outcome(
      id = {"1, 1, 1", "1, 1, 2"},
      expect = ACCEPTABLE_INTERESTING,
      desc = "Both bytes are kept, and one of the bits is lost.")
  @Outcome(expect = FORBIDDEN, desc = "A byte is lost.")
  @Proof(
      construct = "order:PLAIN",
      mustObserve = {"1, 1, 1", "1, 1, 2"})
  @State
  public static class BytesBesideBits {

    private final byte[] bytes = new byte[2];
    private final Cell bits = OrderKind.PLAIN.create();

    @Actor
    public void actor1() {
      bytes[0] = 1;
      bits.set(bits.get() | 1);
    }

    @Actor
    public void actor2() {
      bytes[1] = 1;
      bits.set(bits.get() | 2);
    }

    @Arbiter
    public void arbiter(BBJ_Result r) {
      r.r1 = bytes[0];
      r.r2 = bytes[1];
      r.r3 = bits.get();
    }
  }

  /*
    Can a thread load half of a double? The rule for a long is that for a double, too: a plain one
    may be stored in two halves of 32 bits (JLS 17.7). Half of pi is a number like any other, and
    no exception would tell.

        x86-64, AArch64     one instruction stores all 64 bits: not seen
        32 bits             may be seen

    Declare it volatile, or use a VarHandle from opaque mode on, and it is whole everywhere.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Words.PlainDouble

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
                 RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
                    0.0  290,000  48.8%   Acceptable  Loaded before the store.
      3.141592653589793  300,000  51.2%   Acceptable  Loaded after the store.
      3.141592025756836        0     0%  Interesting  Only the upper or only the lower half of pi.
       6.984873503E-315        0     0%  Interesting  Only the upper or only the lower half of pi.
  */
  @JCStressTest
  @Outcome(id = "0.0", expect = ACCEPTABLE, desc = "Loaded before the store.")
  @Outcome(id = "3.141592653589793", expect = ACCEPTABLE, desc = "Loaded after the store.")
  @Outcome(
      id = {"3.141592025756836", "6.984873503E-315"},
      expect = ACCEPTABLE_INTERESTING,
      desc = "Only the upper or only the lower half of pi.")
  @Outcome(expect = FORBIDDEN, desc = "Less than a half.")
  @Exhibit(construct = "order:PLAIN")
  @State
  public static class PlainDouble {

    private double value;

    @Actor
    public void writer() {
      value = Math.PI;
    }

    @Actor
    public void reader(D_Result r) {
      r.r1 = value;
    }
  }

  /*
    Can a torn value be seen on a 64-bit machine? A field is aligned, so that it lies in one line of
    the cache. A long in the middle of a byte array need not be: where it lies across two lines, a
    core takes the lines one after the other, and another core may write in between.

        line      ... 00 00 00 | 00 00 00 00 00 ...      before the store
                  ... 00 00 00 | FF FF FF FF FF ...      what the reader gets
                  ... FF FF FF | FF FF FF FF FF ...      after it

    A view of a byte array promises no more than this for plain accesses that are not aligned, and
    has no other modes for them (MethodHandles.byteArrayViewVarHandle). The place is drawn anew for
    each sample; about one in nine lies across two lines.

        x86-64              seen
        AArch64             may be seen

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Words.AcrossCacheLines

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
      RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
           0  220,000  48.9%   Acceptable  Loaded before the store.
          64  230,000  51.1%   Acceptable  Loaded after the store.
           8       14  <0.1%  Interesting  So many bits of the new value, the others of the old one.
          16       14  <0.1%  Interesting  So many bits of the new value, the others of the old one.
          24        7  <0.1%  Interesting  So many bits of the new value, the others of the old one.
          32        9  <0.1%  Interesting  So many bits of the new value, the others of the old one.
          40       14  <0.1%  Interesting  So many bits of the new value, the others of the old one.
          48       11  <0.1%  Interesting  So many bits of the new value, the others of the old one.
          56        8  <0.1%  Interesting  So many bits of the new value, the others of the old one.
  */
  @JCStressTest
  @Outcome(id = "0", expect = ACCEPTABLE, desc = "Loaded before the store.")
  @Outcome(id = "64", expect = ACCEPTABLE, desc = "Loaded after the store.")
  @Outcome(
      id = {"8", "16", "24", "32", "40", "48", "56"},
      expect = ACCEPTABLE_INTERESTING,
      desc = "So many bits of the new value, the others of the old one.")
  @Outcome(expect = FORBIDDEN, desc = "Part of a byte.")
  @Exhibit(construct = "order:PLAIN")
  @State
  public static class AcrossCacheLines {

    private static final VarHandle LONG =
        MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final int LINE = 64;

    private final byte[] bytes = new byte[LINE + Long.BYTES];
    private final int at = ThreadLocalRandom.current().nextInt(LINE);

    @Actor
    public void writer() {
      LONG.set(bytes, at, -1L);
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = Long.bitCount((long) LONG.get(bytes, at));
    }
  }
}
