/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.queue.Channel;
import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A thread fills an item and puts it, another one takes it: does the item come with its content?
 *
 * <p>The content is a plain field, written before the put and read after the take, and only the
 * queue stands between the two: "actions in a thread prior to placing an object into a concurrent
 * collection happen-before actions subsequent to the access or removal of that element from the
 * collection in another thread" ({@code java.util.concurrent}, Memory Consistency Properties).
 *
 * <p>The question is memory order: the sibling hands over the same item by an opaque access to its
 * place, so that the content may come after it. x86 keeps stores in order and does not show it.
 *
 * <p>It rests on {@code order.MessagePassing}, which asks the same of bare accesses.
 */
@Nightly
public class QueuePublishes {

  @JCStressTest
  @Outcome(id = "42", expect = ACCEPTABLE, desc = "The item came with its content.")
  @Outcome(id = "0", expect = FORBIDDEN, desc = "The item came before its content.")
  @Outcome(expect = FORBIDDEN, desc = "A content that nobody wrote.")
  @State
  public static class $Name {

    private final Channel<Item> queue = $subject;
    private final Item item = new Item();

    @Actor
    public void producer() {
      item.content = 42;
      boolean _ = queue.offer(item);
    }

    @Actor
    public void consumer(I_Result r) {
      Item taken = queue.poll();
      while (taken == null) {
        Thread.onSpinWait();
        taken = queue.poll();
      }
      r.r1 = taken.content;
    }
  }
}
