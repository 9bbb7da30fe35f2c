/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.pipeline;

import dev.lockstep.core.pipeline.Line;
import dev.lockstep.core.pipeline.PipelineKind;
import dev.lockstep.jcstress.contract.HandOff;
import dev.lockstep.jcstress.contract.LeakyHandOff;
import dev.lockstep.jcstress.proof.HandsOff;
import dev.lockstep.jcstress.proof.Proof;
import dev.lockstep.jcstress.proof.Twin;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/**
 * Does what one stage of a pipeline writes reach the next, and in the end the caller?
 *
 * <p>A caller sets a plain field of a parcel and sends the parcel through three stages. Each copies
 * the field that the one before it wrote to one of its own, and when the parcel is out, the caller
 * reads the last copy. No field is volatile and no lock is taken: the only order is what the line
 * gives, from the caller to the first stage, from stage to stage, from the last back to the caller.
 * One edge that is missing leaves a 0 in all copies after it.
 *
 * <p>Two callers do this at the same time, each through a line of its own: six threads and two
 * callers compete for the CPUs. The lines are made once per forked JVM, so their threads run where
 * the system lets them, also when the actors are pinned; a sample takes microseconds, so there are
 * thousands of times fewer of them than for a counter.
 */
@HandsOff
public class PipelineHandOff {

  /*
    The loop of the caller: one stage after the other in program order, which is happens-before in
    one thread (JLS 17.4.3). The control: what is forbidden below must be impossible here.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t PipelineHandOff.Serial
  */
  @JCStressTest
  @JCStressMeta(HandOff.class)
  @Proof(construct = "pipeline:SERIAL")
  @State
  public static class Serial {

    private static final Line<Parcel> FIRST = Parcel.line(PipelineKind.SERIAL);
    private static final Line<Parcel> SECOND = Parcel.line(PipelineKind.SERIAL);

    private final Parcel first = new Parcel();
    private final Parcel second = new Parcel();

    @Actor
    public void actor1(II_Result r) {
      r.r1 = first.through(FIRST);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = second.through(SECOND);
    }
  }

  /*
    Four edges: the queue before each stage, from putting a parcel to taking it, and the monitor of
    the results, from adding one to collecting it.

        Caller              Download            Resize              Upload
        sent = 1, put
                            take
                            downloaded = sent
                            put                 take
                                                resized = downloaded
                                                put                 take
                                                                    uploaded = resized
                                                                    add the result
        collect
        read uploaded

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t PipelineHandOff.Queues
  */
  @JCStressTest
  @JCStressMeta(HandOff.class)
  @Proof(construct = "pipeline:QUEUES")
  @State
  public static class Queues {

    private static final Line<Parcel> FIRST = Parcel.line(PipelineKind.QUEUES);
    private static final Line<Parcel> SECOND = Parcel.line(PipelineKind.QUEUES);

    private final Parcel first = new Parcel();
    private final Parcel second = new Parcel();

    @Actor
    public void actor1(II_Result r) {
      r.r1 = first.through(FIRST);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = second.through(SECOND);
    }
  }

  /*
    The same edges from the platform's own queues: actions in a thread prior to placing an object
    into any concurrent collection happen-before actions after its removal in another thread.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t PipelineHandOff.Direct
  */
  @JCStressTest
  @JCStressMeta(HandOff.class)
  @Proof(construct = "pipeline:DIRECT")
  @State
  public static class Direct {

    private static final Line<Parcel> FIRST = Parcel.line(PipelineKind.DIRECT);
    private static final Line<Parcel> SECOND = Parcel.line(PipelineKind.DIRECT);

    private final Parcel first = new Parcel();
    private final Parcel second = new Parcel();

    @Actor
    public void actor1(II_Result r) {
      r.r1 = first.through(FIRST);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = second.through(SECOND);
    }
  }

  /*
    No queue is in sight here: a stage publishes, the next is called. Underneath are buffers of their
    own and tasks of a pool; a thread may serve one stage now and another one later, so that some
    edges are program order and others are not.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t PipelineHandOff.Flow
  */
  @JCStressTest
  @JCStressMeta(HandOff.class)
  @Proof(construct = "pipeline:FLOW")
  @State
  public static class Flow {

    private static final Line<Parcel> FIRST = Parcel.line(PipelineKind.FLOW);
    private static final Line<Parcel> SECOND = Parcel.line(PipelineKind.FLOW);

    private final Parcel first = new Parcel();
    private final Parcel second = new Parcel();

    @Actor
    public void actor1(II_Result r) {
      r.r1 = first.through(FIRST);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = second.through(SECOND);
    }
  }

  /*
    A virtual thread for each parcel and stage, started by the thread that runs the stream and joined
    by it: start and end of a thread are the edges, there and back for each stage (JLS 17.4.5).

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t PipelineHandOff.MapConcurrent
  */
  @JCStressTest
  @JCStressMeta(HandOff.class)
  @Proof(construct = "pipeline:MAP_CONCURRENT")
  @State
  public static class MapConcurrent {

    private static final Line<Parcel> FIRST = Parcel.line(PipelineKind.MAP_CONCURRENT);
    private static final Line<Parcel> SECOND = Parcel.line(PipelineKind.MAP_CONCURRENT);

    private final Parcel first = new Parcel();
    private final Parcel second = new Parcel();

    @Actor
    public void actor1(II_Result r) {
      r.r1 = first.through(FIRST);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = second.through(SECOND);
    }
  }

  /*
    One virtual thread carries the parcel through all stages, in program order, and may be carried
    by another thread after each permit it waits for: that must not show.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t PipelineHandOff.VirtualPerItem
  */
  @JCStressTest
  @JCStressMeta(HandOff.class)
  @Proof(construct = "pipeline:VIRTUAL_PER_ITEM")
  @State
  public static class VirtualPerItem {

    private static final Line<Parcel> FIRST = Parcel.line(PipelineKind.VIRTUAL_PER_ITEM);
    private static final Line<Parcel> SECOND = Parcel.line(PipelineKind.VIRTUAL_PER_ITEM);

    private final Parcel first = new Parcel();
    private final Parcel second = new Parcel();

    @Actor
    public void actor1(II_Result r) {
      r.r1 = first.through(FIRST);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = second.through(SECOND);
    }
  }

  /*
    The parcel stays in a slot of the ring. What is handed on is the right to the slot: a stage moves
    its sequence behind what it has written there, the next reads that sequence before it looks.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t PipelineHandOff.Disruptor
  */
  @JCStressTest
  @JCStressMeta(HandOff.class)
  @Proof(construct = "pipeline:DISRUPTOR")
  @State
  public static class Disruptor {

    private static final Line<Parcel> FIRST = Parcel.line(PipelineKind.DISRUPTOR);
    private static final Line<Parcel> SECOND = Parcel.line(PipelineKind.DISRUPTOR);

    private final Parcel first = new Parcel();
    private final Parcel second = new Parcel();

    @Actor
    public void actor1(II_Result r) {
      r.r1 = first.through(FIRST);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = second.through(SECOND);
    }
  }

  /*
    The twin: a pipeline that waits until its first stage is done. It must be caught, or the tests
    above could not have caught anything either.

        Caller              Download            Resize              Upload
        sent = 1, put
                            take
                            downloaded = sent
                            put
        read uploaded: 0
                                                take
                                                resized = downloaded
                                                put                 take
                                                                    uploaded = resized

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t PipelineHandOff.FirstStageOnly
  */
  @JCStressTest
  @JCStressMeta(LeakyHandOff.class)
  @Twin(
      contract = HandOff.class,
      bug = "waits for the first stage only",
      mustObserve = {"0, 1", "1, 0", "0, 0"})
  @State
  public static class FirstStageOnly {

    private static final Line<Parcel> FIRST = new FirstStageOnlyLine();
    private static final Line<Parcel> SECOND = new FirstStageOnlyLine();

    private final Parcel first = new Parcel();
    private final Parcel second = new Parcel();

    @Actor
    public void actor1(II_Result r) {
      r.r1 = first.through(FIRST);
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = second.through(SECOND);
    }
  }
}
