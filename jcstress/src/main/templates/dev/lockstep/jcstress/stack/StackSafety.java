/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.stack;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.stack.Item;
import dev.lockstep.core.stack.Stack;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.watch.Meeting;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * Two threads push two items each and pop two, and once more: is every item popped once, and of a
 * thread's own items the newer before the older?
 *
 * <p>A thread pops as many as it has pushed, so there is an item for it at every moment. Without a
 * compare-and-set two threads pop the same item, and what one pushes is lost to the other:
 *
 * <pre>{@code
 * Thread A               Thread B               Thread A               Thread B
 * top  -> item 2                                top  -> item 2
 *                        top  -> item 2                                top  -> item 2
 * top = item 1                                  item 5 on item 2
 *                        top = item 1           top = item 5
 *                                                                      top = item 1
 *
 * item 2 is popped twice                        item 5 is lost
 * }</pre>
 *
 * <p>Of its own items in the stack a thread pops the newer one first, whatever the other one does:
 * it has pushed both before it pops. The items are new, so that nobody meets one for the second
 * time; that is the question of {@link StackAba}.
 */
@Nightly
public class StackSafety {

  @JCStressTest
  @Outcome(id = "own", expect = ACCEPTABLE, desc = "Each thread has popped its own items.")
  @Outcome(
      id = "swapped",
      expect = ACCEPTABLE,
      desc = "The threads met: each has popped an item of the other one.")
  @Outcome(id = "lost", expect = FORBIDDEN, desc = "An item is neither popped nor there.")
  @Outcome(id = "twice", expect = FORBIDDEN, desc = "An item was popped twice.")
  @Outcome(
      id = "overlooked",
      expect = FORBIDDEN,
      desc = "A thread was told that there is no item, and there was one.")
  @Outcome(
      id = "overtaken",
      expect = FORBIDDEN,
      desc = "A thread popped an item of its own from below a newer one.")
  @Outcome(expect = FORBIDDEN, desc = "Nothing else can happen to an item.")
  @State
  public static class $Name {

    private final Stack stack = $subject;
    private final Meeting meeting = new Meeting();
    private final Item[] items = StackCalls.items(8);
    private final int[] mine = new int[4];
    private final int[] yours = new int[4];

    @Actor
    public void actor1() {
      meeting.begin();
      pushAndPopTwo(1, mine, 0);
      pushAndPopTwo(3, mine, 2);
    }

    @Actor
    public void actor2() {
      meeting.begin();
      pushAndPopTwo(5, yours, 0);
      pushAndPopTwo(7, yours, 2);
    }

    private void pushAndPopTwo(int item, int[] popped, int at) {
      stack.push(items[item]);
      stack.push(items[item + 1]);
      popped[at] = StackCalls.pop(stack);
      popped[at + 1] = StackCalls.pop(stack);
    }

    @Arbiter
    public void arbiter(L_Result r) {
      r.r1 = StackCalls.verdict(stack, mine, yours);
    }
  }
}
