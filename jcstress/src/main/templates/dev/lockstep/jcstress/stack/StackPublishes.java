/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.stack;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.stack.Item;
import dev.lockstep.core.stack.Stack;
import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A thread writes a field and pushes an item, another one pops: if it gets the item, does it see
 * what was written?
 *
 * <p>The compare-and-set of a push is that of a volatile variable, and the look of a pop reads it:
 * what was written before happens-before what follows (JLS 17.4.5). It is what also makes the links
 * of the list safe to follow, which are no volatile fields.
 *
 * <p>The question is memory order: the sibling pushes and looks by accesses that order nothing
 * else. x86 keeps stores in order and does not show it.
 *
 * <p>It rests on {@code order.MessagePassing}, which asks the same of bare accesses.
 */
@Nightly
public class StackPublishes {

  @JCStressTest
  @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "Popped before the push.")
  @Outcome(id = "1, 42", expect = ACCEPTABLE, desc = "Popped, and what was written is there.")
  @Outcome(id = "1, 0", expect = FORBIDDEN, desc = "Popped, and what was written is not seen.")
  @Outcome(expect = FORBIDDEN, desc = "A number that nobody wrote.")
  @State
  public static class $Name {

    private final Stack stack = $subject;
    private final Item item = new Item(1);
    private int content;

    @Actor
    public void actor1() {
      content = 42;
      stack.push(item);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r1 = StackCalls.pop(stack);
      r.r2 = r.r1 == 0 ? 0 : content;
    }
  }
}
