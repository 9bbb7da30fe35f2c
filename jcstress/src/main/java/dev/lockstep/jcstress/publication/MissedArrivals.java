/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.publication;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lockstep.core.publication.Publication;
import dev.lockstep.core.publication.PublicationKind;
import dev.lockstep.jcstress.proof.Nightly;
import dev.lockstep.jcstress.proof.Proof;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;

/** A reader looks for ever for what was published long ago. */
@Nightly
public class MissedArrivals {

  /*
    A plain reference may be read once for the whole loop, and compiled code does so: the reader
    looks for ever at a copy that was empty.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t MissedArrivals.Plain
  */
  @JCStressTest(Mode.Termination)
  @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "The reader found it.")
  @Outcome(
      id = "STALE",
      expect = ACCEPTABLE_INTERESTING,
      desc = "The reader did not find it within 30 seconds of the publication.")
  @Outcome(expect = FORBIDDEN, desc = "The reader, or the worker, ended with an exception.")
  @Proof(construct = "publication:PLAIN", mustObserve = "STALE")
  @State
  public static class Plain {

    private final Publication publication = PublicationKind.PLAIN.create();

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
