/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.publication;

import dev.lockstep.core.publication.Publication;
import dev.lockstep.core.publication.PublicationKind;
import dev.lockstep.jcstress.contract.Ends;
import dev.lockstep.jcstress.contract.MayStay;
import dev.lockstep.jcstress.proof.Proof;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;

/**
 * A reader looks again and again for what a worker will publish: does it find it in the end? {@link
 * Publications} asks what is seen, this class whether anything is. A reader that has not found it
 * 30 seconds later is called stale.
 */
public class Arrivals {

  /** Without {@link Thread#onSpinWait}, behind which compilers read every field anew. */
  private static void lookFor(Publication publication) {
    while (publication.read() == Publication.ABSENT) {}
  }

  /*
    A plain reference may be read once for the whole loop, and compiled code does so: the reader
    looks for ever at a copy that was empty.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Arrivals.Plain

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
          RESULT  SAMPLES   FREQ       EXPECT  DESCRIPTION
           ERROR        0     0%    Forbidden  The thread, or the signal, ended with an exception.
           STALE        2   0.7%  Interesting  The thread did not end within 30 seconds of the signal.
      TERMINATED      300  99.3%   Acceptable  The signal arrived: the thread has ended.
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(MayStay.class)
  @Proof(construct = "publication:PLAIN", mustObserve = "STALE", breaks = Ends.class)
  @State
  public static class Plain {

    private final Publication publication = PublicationKind.PLAIN.create();

    @Actor
    public void reader() {
      lookFor(publication);
    }

    @Signal
    public void worker() {
      publication.publish(42);
    }
  }

  /*
    An opaque reference is read every time, and a write to it is seen in the end: the reader finds
    the object. Whether it finds it complete is another question, see Publications.Opaque.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Arrivals.Opaque

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
          RESULT  SAMPLES  FREQ      EXPECT  DESCRIPTION
           ERROR        0    0%   Forbidden  The thread, or the signal, ended with an exception.
           STALE        0    0%   Forbidden  The thread did not end within 30 seconds of the signal.
      TERMINATED      150  100%  Acceptable  The signal arrived: the thread has ended.
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "publication:OPAQUE")
  @State
  public static class Opaque {

    private final Publication publication = PublicationKind.OPAQUE.create();

    @Actor
    public void reader() {
      lookFor(publication);
    }

    @Signal
    public void worker() {
      publication.publish(42);
    }
  }

  /*
    A released reference is found by acquiring reads, in the end and complete.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Arrivals.ReleaseAcquire

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
          RESULT  SAMPLES  FREQ      EXPECT  DESCRIPTION
           ERROR        0    0%   Forbidden  The thread, or the signal, ended with an exception.
           STALE        0    0%   Forbidden  The thread did not end within 30 seconds of the signal.
      TERMINATED      130  100%  Acceptable  The signal arrived: the thread has ended.
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "publication:RELEASE_ACQUIRE")
  @State
  public static class ReleaseAcquire {

    private final Publication publication = PublicationKind.RELEASE_ACQUIRE.create();

    @Actor
    public void reader() {
      lookFor(publication);
    }

    @Signal
    public void worker() {
      publication.publish(42);
    }
  }

  /*
    Every read of a volatile field is done, and returns the last write in an order that all threads
    agree on (JLS 17.4.4).

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Arrivals.Volatile

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
          RESULT  SAMPLES  FREQ      EXPECT  DESCRIPTION
           ERROR        0    0%   Forbidden  The thread, or the signal, ended with an exception.
           STALE        0    0%   Forbidden  The thread did not end within 30 seconds of the signal.
      TERMINATED      150  100%  Acceptable  The signal arrived: the thread has ended.
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "publication:VOLATILE")
  @State
  public static class Volatile {

    private final Publication publication = PublicationKind.VOLATILE.create();

    @Actor
    public void reader() {
      lookFor(publication);
    }

    @Signal
    public void worker() {
      publication.publish(42);
    }
  }

  /*
    Who takes the monitor to look does not look at a copy.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Arrivals.Synchronized

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
          RESULT  SAMPLES  FREQ      EXPECT  DESCRIPTION
           ERROR        0    0%   Forbidden  The thread, or the signal, ended with an exception.
           STALE        0    0%   Forbidden  The thread did not end within 30 seconds of the signal.
      TERMINATED      140  100%  Acceptable  The signal arrived: the thread has ended.
  */
  @JCStressTest(Mode.Termination)
  @JCStressMeta(Ends.class)
  @Proof(construct = "publication:SYNCHRONIZED")
  @State
  public static class Synchronized {

    private final Publication publication = PublicationKind.SYNCHRONIZED.create();

    @Actor
    public void reader() {
      lookFor(publication);
    }

    @Signal
    public void worker() {
      publication.publish(42);
    }
  }
}
