/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.publication;

import dev.lockstep.core.publication.Publication;
import dev.lockstep.core.publication.PublicationKind;
import dev.lockstep.jcstress.contract.MayPublishEmpty;
import dev.lockstep.jcstress.contract.Published;
import dev.lockstep.jcstress.proof.Exhibit;
import dev.lockstep.jcstress.proof.Proof;
import dev.lockstep.jcstress.proof.Twin;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * A worker makes an object, fills it and leaves it where others may look at any time: can they see
 * the object and not what is in it?
 *
 * <p>The Python notes read {@code thread.factors} after join, which orders everything. Here the
 * reader does not wait for the worker, and it is the way of publishing that has to give the order.
 * Results: -1 nothing there yet, 42 the content, 0 an object without its content.
 */
public class Publications {

  /*
    A final field is frozen at the end of its constructor: whoever sees the object, however it was
    handed over, sees the field as it then was (JLS 17.5). The reference itself is plain.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Publications.FinalField

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES   FREQ      EXPECT  DESCRIPTION
          -1  6,700,000  53.8%  Acceptable  Read before it was published.
           0          0     0%   Forbidden  The object is seen, its content is not.
          42  5,800,000  46.2%  Acceptable  Read after it was published, with its content.
  */
  @JCStressTest
  @JCStressMeta(Published.class)
  @Proof(construct = "publication:FINAL_FIELD")
  @State
  public static class FinalField {

    private final Publication publication = PublicationKind.FINAL_FIELD.create();

    @Actor
    public void worker() {
      publication.publish(42);
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = publication.read();
    }
  }

  /*
    The write of the reference releases, the read acquires: what came before the one is seen after
    the other. No more than this pair is needed for a publication.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Publications.ReleaseAcquire

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES   FREQ      EXPECT  DESCRIPTION
          -1  6,800,000  54.2%  Acceptable  Read before it was published.
           0          0     0%   Forbidden  The object is seen, its content is not.
          42  5,700,000  45.8%  Acceptable  Read after it was published, with its content.
  */
  @JCStressTest
  @JCStressMeta(Published.class)
  @Proof(construct = "publication:RELEASE_ACQUIRE")
  @State
  public static class ReleaseAcquire {

    private final Publication publication = PublicationKind.RELEASE_ACQUIRE.create();

    @Actor
    public void worker() {
      publication.publish(42);
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = publication.read();
    }
  }

  /*
    The write of a volatile field happens-before every read that sees it (JLS 17.4.5), and so does
    what the writer did before.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Publications.Volatile

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES   FREQ      EXPECT  DESCRIPTION
          -1  5,300,000  66.0%  Acceptable  Read before it was published.
           0          0     0%   Forbidden  The object is seen, its content is not.
          42  2,700,000  34.0%  Acceptable  Read after it was published, with its content.
  */
  @JCStressTest
  @JCStressMeta(Published.class)
  @Proof(construct = "publication:VOLATILE")
  @State
  public static class Volatile {

    private final Publication publication = PublicationKind.VOLATILE.create();

    @Actor
    public void worker() {
      publication.publish(42);
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = publication.read();
    }
  }

  /*
    Both sides take the monitor: the unlock after the write happens-before the lock before the read.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Publications.Synchronized

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES   FREQ      EXPECT  DESCRIPTION
          -1    930,000  25.0%  Acceptable  Read before it was published.
           0          0     0%   Forbidden  The object is seen, its content is not.
          42  2,800,000  75.0%  Acceptable  Read after it was published, with its content.
  */
  @JCStressTest
  @JCStressMeta(Published.class)
  @Proof(construct = "publication:SYNCHRONIZED")
  @State
  public static class Synchronized {

    private final Publication publication = PublicationKind.SYNCHRONIZED.create();

    @Actor
    public void worker() {
      publication.publish(42);
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = publication.read();
    }
  }

  /*
    No order at all: a plain field holds the reference. The Memory Model lets the reader see the
    object before its content. x86 keeps stores in order and loads, too, and C2 does not move the
    initialising store below the publication, so this machine has nothing to show; ARM has. That
    nothing was seen is no permission.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Publications.Plain

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES   FREQ       EXPECT  DESCRIPTION
          -1  7,200,000  53.0%   Acceptable  Read before it was published.
           0          0     0%  Interesting  The object is seen, its content is not.
          42  6,400,000  47.0%   Acceptable  Read after it was published, with its content.
  */
  @JCStressTest
  @JCStressMeta(MayPublishEmpty.class)
  @Exhibit(construct = "publication:PLAIN", mayObserve = "0")
  @State
  public static class Plain {

    private final Publication publication = PublicationKind.PLAIN.create();

    @Actor
    public void worker() {
      publication.publish(42);
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = publication.read();
    }
  }

  /*
    Opaque accesses of the reference: it will be seen in the end, but nothing else is carried along.
    Here, too, the object may be seen empty, and x86 does not do it.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Publications.Opaque

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES   FREQ       EXPECT  DESCRIPTION
          -1  7,300,000  53.9%   Acceptable  Read before it was published.
           0          0     0%  Interesting  The object is seen, its content is not.
          42  6,200,000  46.1%   Acceptable  Read after it was published, with its content.
  */
  @JCStressTest
  @JCStressMeta(MayPublishEmpty.class)
  @Exhibit(construct = "publication:OPAQUE", mayObserve = "0")
  @State
  public static class Opaque {

    private final Publication publication = PublicationKind.OPAQUE.create();

    @Actor
    public void worker() {
      publication.publish(42);
    }

    @Actor
    public void reader(I_Result r) {
      r.r1 = publication.read();
    }
  }

  /*
    The twin: the reference is volatile, and is written one line too early. No memory order helps a
    program that says the wrong thing:

        Worker                  Reader
        box = fresh
                                box  -> fresh
                                number  -> 0
        number = 42

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t Publications.PublishedTooEarly

    Seen on x86_64 with 2 CPUs and JDK 25, plan quick, rounded:
      RESULT    SAMPLES   FREQ       EXPECT  DESCRIPTION
          -1  9,000,000  73.9%   Acceptable  Read before it was published.
           0      9,500   0.1%  Interesting  The object is seen, its content is not.
          42  3,200,000  26.0%   Acceptable  Read after it was published, with its content.
  */
  @JCStressTest
  @JCStressMeta(MayPublishEmpty.class)
  @Twin(
      contract = Published.class,
      bug = "the reference is written before the content",
      mustObserve = "0")
  @State
  public static class PublishedTooEarly {

    private static final class Box {
      private int number;
    }

    private volatile Box box;

    @Actor
    public void worker() {
      Box fresh = new Box();
      box = fresh;
      fresh.number = 42;
    }

    @Actor
    public void reader(I_Result r) {
      Box seen = box;
      r.r1 = seen == null ? Publication.ABSENT : seen.number;
    }
  }
}
