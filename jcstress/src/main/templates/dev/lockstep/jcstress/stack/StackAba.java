/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.stack;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.stack.Item;
import dev.lockstep.core.stack.Stack;
import dev.lockstep.jcstress.watch.Meeting;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A thread pops an item while another one pops two and pushes the first of them again: does an item
 * come out that was popped before? (The ABA problem.)
 *
 * <p>The stack is A on B on C. Where the item itself is what the stack links:
 *
 * <pre>{@code
 * Thread 1                         Thread 2              stack
 * top        -> A                                        A B C
 * below A    -> B                                        A B C
 *                                  pop   -> A            B C
 *                                  pop   -> B            C
 *                                  push A                A C
 * compareAndSet(A, B): it is A                           B C
 * }</pre>
 *
 * <p>The compare-and-set asks whether A is on top, and means to ask whether nothing happened. It
 * puts B on top, which thread 2 has. B is popped a second time, and if thread 2 had pushed it
 * elsewhere, C would be gone, too.
 *
 * <ul>
 *   <li>A node that is new for each push cannot come back while thread 1 holds it: the collector
 *       keeps it. That is what Java gives for nothing, and what makes this rare in Java.
 *   <li>A stamp that each change counts up tells the second A from the first.
 *   <li>A lock lets nobody in between the look and the change.
 * </ul>
 *
 * <pre>
 *                                 the same item twice
 * items linked and used again     seen
 * the same with a stamp           forbidden
 * new nodes, a lock               forbidden
 * </pre>
 *
 * <p>In every second sample thread 2 pushes another item before A: then it has changed the stack
 * four times, and a stamp that only tells odd from even is back where it was.
 *
 * <p>The question is no question of order, and the same on any machine.
 */
public class StackAba {

  @JCStressTest
  @Outcome(id = "once", expect = ACCEPTABLE, desc = "Every item was popped once.")
  @Outcome(id = "twice", expect = FORBIDDEN, desc = "An item was popped twice.")
  @Outcome(id = "lost", expect = FORBIDDEN, desc = "An item is gone, and no other is there twice.")
  @Outcome(expect = FORBIDDEN, desc = "Nothing else can happen to an item.")
  @State
  public static class $Name {

    private static int samples;

    private final Stack stack = $subject;
    private final Meeting meeting = new Meeting();
    private final boolean twoPushes = samples++ % 2 == 0;
    private final Item[] items = StackCalls.items(4);
    private int first;
    private int second;

    public $Name() {
      for (int item = 3; item > 0; item--) {
        stack.push(items[item]);
      }
    }

    @Actor
    public void actor1() {
      meeting.begin();
      first = StackCalls.pop(stack);
    }

    @Actor
    public void actor2() {
      meeting.begin();
      Item top = stack.pop();
      second = StackCalls.pop(stack);
      if (twoPushes) {
        stack.push(items[4]);
      }
      stack.push(top);
    }

    @Arbiter
    public void arbiter(L_Result r) {
      r.r1 = StackCalls.verdict(stack, twoPushes ? 4 : 3, first, second);
    }
  }
}
