/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.order;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lockstep.jcstress.proof.Exhibit;
import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * What a final field does not give. That it is seen as its constructor left it, whatever way the
 * object took to another thread, is the proof {@code Publications.FinalField}.
 */
@Nightly
public class FinalFields {

  /*
    An object hands itself out from its own constructor, as a listener that registers itself does.
    Can another thread see its final field before it has a value?

        Thread A                                Thread B
        constructor: shared = this
                                                shared   -> the object
                                                content  -> 0
        constructor: content = 42
        freeze of content

    A final field is frozen when its constructor ends, and what a thread got before that is not
    covered (JLS 17.5): B sees a constant that changes. Nothing needs to be reordered for it. To
    hand out this in the last line helps little: the constructor of a subclass goes on from there,
    and a compiler may move the line up.

        x86-64              seen, seldom: the two writes leave the core within a nanosecond
        AArch64             may be seen

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t FinalFields.LeakingThis

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
      RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
          -1  180,000  43.7%   Acceptable  The object is not there yet.
          42  230,000  56.3%   Acceptable  The object is there, with its content.
           0        0     0%  Interesting  The object is there, and its final field has no value yet.
  */
  @JCStressTest
  @Outcome(id = "-1", expect = ACCEPTABLE, desc = "The object is not there yet.")
  @Outcome(id = "42", expect = ACCEPTABLE, desc = "The object is there, with its content.")
  @Outcome(
      id = "0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The object is there, and its final field has no value yet.")
  @Outcome(expect = FORBIDDEN, desc = "A value that nobody wrote.")
  @Exhibit(construct = "publication:FINAL_FIELD")
  @State
  public static class LeakingThis {

    private Leaking shared;

    private static final class Leaking {

      final int content;

      Leaking(LeakingThis home) {
        home.shared = this;
        content = 42;
      }
    }

    @Actor
    public void writer() {
      Leaking _ = new Leaking(this);
    }

    @Actor
    public void reader(I_Result r) {
      Leaking seen = shared;
      r.r1 = seen == null ? -1 : seen.content;
    }
  }

  /*
    How far does the freeze reach? To everything that is reached through the final field, as it was
    when the constructor ended (JLS 17.5.1): also the elements of an array. What is written to the
    same array afterwards is written to a plain element:

        Thread A                                Thread B
        constructor: slots[0] = 1
        freeze of slots
        slots[1] = 1
        shared = box                            (may be seen before the line above)
                                                shared    -> box
                                                slots[0]  -> 1
                                                slots[1]  -> 0

    A final list is no immutable one, and a final map no concurrent one.

        x86-64              not seen: stores leave a core in order
        AArch64             may be seen

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t FinalFields.WhatIsFrozen

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
      RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
      -1, -1   87,000  51.5%   Acceptable  The object is not there yet.
        1, 1   82,000  48.5%   Acceptable  The object is there, with all of its content.
        1, 0        0     0%  Interesting  What the constructor wrote is there, what was written after it is not.
  */
  @JCStressTest
  @Outcome(id = "-1, -1", expect = ACCEPTABLE, desc = "The object is not there yet.")
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "The object is there, with all of its content.")
  @Outcome(
      id = "1, 0",
      expect = ACCEPTABLE_INTERESTING,
      desc = "What the constructor wrote is there, what was written after it is not.")
  @Outcome(expect = FORBIDDEN, desc = "What the constructor wrote is not there.")
  @Exhibit(construct = "publication:FINAL_FIELD")
  @State
  public static class WhatIsFrozen {

    private Box shared;

    private static final class Box {

      final int[] slots = new int[2];

      Box() {
        slots[0] = 1;
      }
    }

    @Actor
    public void writer() {
      Box box = new Box();
      box.slots[1] = 1;
      shared = box;
    }

    @Actor
    public void reader(II_Result r) {
      Box box = shared;
      r.r1 = box == null ? -1 : box.slots[0];
      r.r2 = box == null ? -1 : box.slots[1];
    }
  }
}
