/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.publication;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.publication.Publication;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A worker makes an object, fills it and leaves it where others may look at any time: can they see
 * the object and not what is in it?
 *
 * <pre>{@code
 * Worker                      Reader
 * box = fresh                 (before all is written)
 *                             box  -> fresh
 *                             number  -> 0
 * number = 42, ...
 * }</pre>
 *
 * <p>The reader does not wait for the worker, and it is the way of publishing that has to give the
 * order:
 *
 * <ul>
 *   <li>A final field is frozen at the end of its constructor: a thread that sees the object,
 *       however it was handed over, sees the field as it then was (JLS 17.5).
 *   <li>A write that releases and a read that acquires: what came before the one is seen after the
 *       other. No more than this pair is needed.
 *   <li>The write of a volatile field happens-before every read that sees it (JLS 17.4.5).
 *   <li>Both take a monitor: unlock happens-before the lock that follows it.
 * </ul>
 *
 * <p>A plain reference and an opaque one carry nothing along: the Memory Model lets the reader see
 * the object empty, or half of it. x86 keeps stores in order, and loads, but the compiler need not:
 * of a plain reference it may write some fields after the publication. It leaves an opaque one in
 * its place, so that there x86 has nothing to show; ARM has. Each proof is held against the one
 * that is nearest to it: a final field against the plain reference, all others against the opaque
 * one. That nothing was seen is no permission.
 *
 * <p>It rests on {@code order.MessagePassing}, which asks the same of bare accesses.
 */
public class Publications {

  @JCStressTest
  @Outcome(id = "-1", expect = ACCEPTABLE, desc = "Read before it was published.")
  @Outcome(id = "42", expect = ACCEPTABLE, desc = "Read after it was published, with its content.")
  @Outcome(id = "0", expect = FORBIDDEN, desc = "The object is seen, some of its content is not.")
  @Outcome(expect = FORBIDDEN, desc = "A number that nobody published.")
  @State
  public static class $Name {

    private final Publication publication = $subject;
    private int number = 42; // read by the worker, as no constant of its code

    @Actor
    public void worker() {
      publication.publish(number);
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = publication.read();
    }
  }
}
