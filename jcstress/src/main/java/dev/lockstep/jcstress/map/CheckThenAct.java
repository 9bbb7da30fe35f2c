/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.map;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE_INTERESTING;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.lockstep.core.map.MapKind;
import dev.lockstep.core.map.WordCount;
import dev.lockstep.jcstress.proof.Proof;
import java.util.concurrent.ConcurrentHashMap;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/**
 * A map that is safe for threads, and a program that is not: every call of {@link
 * ConcurrentHashMap} is atomic, and two calls are two.
 *
 * <p>The same in one call is asked of {@code putIfAbsent}, {@code computeIfAbsent} and {@code
 * merge} by {@link WordsCounted}, where nothing may be lost.
 */
public class CheckThenAct {

  /*
    Two threads count the same new word. Is there a counter of it? If not, put one; then count in
    the one that is there:

        Thread A                    Thread B                    map
        containsKey  -> false                                   empty
                                    containsKey  -> false       empty
        put a                                                   word: a
        get  -> a, a = 1                                        word: a, which is 1
                                    put b                       word: b, and a's count is gone
                                    get  -> b, b = 1            word: b, which is 1

    The counters are AtomicInteger and lose nothing, the map loses nothing. What is lost lies between
    the two calls: the answer of containsKey is old when put is called. It goes well where A gets the
    counter after B has put its own, since both then count in the same.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t CheckThenAct.ContainsThenPut

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
      RESULT    SAMPLES   FREQ       EXPECT  DESCRIPTION
           1    200,000   5.8%  Interesting  Both found the word new, and one put its counter over the other's.
           2  3,200,000  94.2%   Acceptable  Both counted in the same counter.
  */
  @JCStressTest
  @Outcome(
      id = "1",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Both found the word new, and one put its counter over the other's.")
  @Outcome(id = "2", expect = ACCEPTABLE, desc = "Both counted in the same counter.")
  @Outcome(expect = FORBIDDEN, desc = "No order of two counts gives this.")
  @Proof(construct = "map:CONTAINS_PUT", mustObserve = "1")
  @State
  public static class ContainsThenPut {

    private final WordCount words = MapKind.CONTAINS_PUT.create();

    @Actor
    public void actor1() {
      words.count("word");
    }

    @Actor
    public void actor2() {
      words.count("word");
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = words.of("word");
    }
  }

  /*
    Here the word is known, with a count of 10, and each thread puts one more than it got. It is the
    lost update of CounterRace, with a map in place of the field: get, add, put.

        Thread A            Thread B            map
        get  -> 10                              word: 10
                            get  -> 10          word: 10
                            put 11              word: 11
        put 11                                  word: 11, and B's count is gone

    That the map is concurrent makes each get return the last put, and nothing more.

    How to run this test:
      $ java -jar jcstress/target/jcstress.jar -t CheckThenAct.GetThenPut

    Seen on 2026-11-29, on AMD EPYC: x86_64 with 2 CPUs and JDK 25, rounded:
      RESULT    SAMPLES   FREQ       EXPECT  DESCRIPTION
          11    190,000   5.5%  Interesting  Both got 10, both put 11: one count is lost.
          12  3,300,000  94.5%   Acceptable  One got what the other had put.
  */
  @JCStressTest
  @Outcome(
      id = "11",
      expect = ACCEPTABLE_INTERESTING,
      desc = "Both got 10, both put 11: one count is lost.")
  @Outcome(id = "12", expect = ACCEPTABLE, desc = "One got what the other had put.")
  @Outcome(expect = FORBIDDEN, desc = "No order of two counts gives this.")
  @Proof(construct = "map:GET_PUT", mustObserve = "11")
  @State
  public static class GetThenPut {

    private final WordCount words = MapKind.GET_PUT.create();

    public GetThenPut() {
      for (int i = 0; i < 10; i++) {
        words.count("word");
      }
    }

    @Actor
    public void actor1() {
      words.count("word");
    }

    @Actor
    public void actor2() {
      words.count("word");
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = words.of("word");
    }
  }
}
