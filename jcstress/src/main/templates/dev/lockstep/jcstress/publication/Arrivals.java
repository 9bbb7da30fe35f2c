/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.publication;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.publication.Publication;
import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.*;

/**
 * A reader looks again and again for what a worker will publish: does it find it in the end? {@link
 * Publications} asks what is seen, this template whether anything is.
 *
 * <p>Every read of a volatile field is done, and sees the last write in an order that all threads
 * agree on (JLS 17.4.4). An opaque reference, or one that is read by acquiring, is read every time
 * it is written, and a write to it is seen in the end. A thread that takes a monitor to look does
 * not look at a copy. A plain reference may be read once for the whole loop: {@link
 * MissedArrivals.Plain}; so may the one to an object with a final field.
 */
@Nightly
public class Arrivals {

  @JCStressTest(Mode.Termination)
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "The reader found it.")
  @Outcome(
      id = "STALE",
      expect = FORBIDDEN,
      desc = "The reader did not find it within 30 seconds of the publication.")
  @Outcome(expect = FORBIDDEN, desc = "The reader, or the worker, ended with an exception.")
  @State
  public static class $Name {

    private final Publication publication = $subject;

    /** Without a spin hint, behind which compilers read every field anew. */
    @Actor
    public void reader() {
      while (publication.read() == Publication.ABSENT) {}
    }

    @Signal
    public void worker() {
      publication.publish(42);
    }
  }
}
