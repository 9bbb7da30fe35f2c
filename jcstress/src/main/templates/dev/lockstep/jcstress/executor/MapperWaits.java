/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.executor;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.executor.Mapper;
import dev.lockstep.core.process.Echo;
import dev.lockstep.jcstress.proof.Blocking;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * Two callers map two numbers each on one executor at the same time: is all of a caller's work done
 * when {@link Mapper#map} returns, and does each result come back to its caller and its place?
 *
 * <p>The tasks return what they are given. A task that is not waited for has no result yet:
 *
 * <pre>{@code
 * Caller                          Worker
 * hand over task 1
 * run task 0
 * return the results: 0, none
 *                                 run task 1
 * }</pre>
 *
 * <p>No sample has the numbers of another one, so an answer to an earlier call is found out too.
 * The task is a {@link dev.lockstep.core.process.Portable}: an executor may have its workers in
 * other processes. There happens-before ends, and the copies are compared.
 *
 * <p>The loop of the caller is among the kinds. It has nothing to wait for, and must not fail.
 */
@Blocking
public class MapperWaits {

  @JCStressTest
  @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "Both callers got the results of their tasks.")
  @Outcome(
      id = {"0, 1", "1, 0", "0, 0"},
      expect = FORBIDDEN,
      desc = "A caller went on before its work was done, or with the results of other work.")
  @Outcome(expect = FORBIDDEN, desc = "There is no such answer.")
  @State
  public static class $Name {

    private static final Mapper MAPPER = $subject;

    private final List<Integer> mine = twoNumbers();
    private final List<Integer> yours = twoNumbers();

    private static List<Integer> twoNumbers() {
      int number = ThreadLocalRandom.current().nextInt();
      return List.of(number, ~number);
    }

    @Actor
    public void actor1(II_Result r) {
      r.r1 = MAPPER.map(Echo.ECHO, mine).equals(mine) ? 1 : 0;
    }

    @Actor
    public void actor2(II_Result r) {
      r.r2 = MAPPER.map(Echo.ECHO, yours).equals(yours) ? 1 : 0;
    }
  }
}
