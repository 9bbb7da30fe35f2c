/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.executor;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.executor.Mapper;
import dev.lockstep.jcstress.proof.Blocking;
import dev.lockstep.jcstress.proof.Nightly;
import java.util.List;
import java.util.function.Function;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * A caller writes a field before it calls {@link Mapper#map}, and the tasks write fields: does each
 * side see what the other has written?
 *
 * <p>No field is volatile and no lock is taken. The only order is that of the executor: the
 * submission of a task happens-before the task, and the task happens-before the return of {@code
 * Future.get} ({@code java.util.concurrent}, "Memory Consistency Properties"):
 *
 * <pre>{@code
 * Caller                          Worker
 * write sent
 * hand over task 0, task 1
 *                                 left = sent
 *                                 right = sent
 * map returns
 * read left, right
 * }</pre>
 *
 * <p>The edges differ from kind to kind. A thread of its own gives those of its start and end. A
 * pool gives those of a queue and a future. In a parallel stream the way back runs through the join
 * of the halves. An event loop completes one future behind all callbacks, and those are ordered
 * with it since one thread runs them. A virtual thread may change its carrier, which must not show.
 * A caller that finds a bounded pool full runs its task itself.
 *
 * <p>The question is memory order: the sibling waits as well, but tells by opaque accesses that a
 * task is there and that it is done.
 *
 * <p>It rests on {@code order.MessagePassing}, which asks the same of bare accesses.
 */
@Blocking
@Nightly
public class MapperPublishes {

  private static final List<Integer> TASKS = List.of(0, 1);

  @JCStressTest
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Each side saw what the other had written.")
  @Outcome(
      id = {"0, 1", "1, 0", "0, 0"},
      expect = FORBIDDEN,
      desc = "A field was read as it had been before it was written.")
  @Outcome(expect = FORBIDDEN, desc = "A value that nobody wrote.")
  @State
  public static class $Name {

    private static final Mapper MAPPER = $subject;

    private final Fields mine = new Fields();
    private final Fields yours = new Fields();

    @Actor
    public void actor1(II_Result r) {
      r.r1 = mine.thereAndBack();
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = yours.thereAndBack();
    }

    private static final class Fields {

      private final Function<Integer, Integer> task = this::copy;
      private int sent;
      private int left;
      private int right;

      int thereAndBack() {
        sent = 1;
        List<Integer> _ = MAPPER.map(task, TASKS);
        return left & right;
      }

      private int copy(int number) {
        if (number == 0) {
          left = sent;
        } else {
          right = sent;
        }
        return number;
      }
    }
  }
}
