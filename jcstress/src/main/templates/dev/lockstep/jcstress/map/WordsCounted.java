/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.map;

import static org.openjdk.jcstress.annotations.Expect.*;

import dev.lockstep.core.map.WordCount;
import dev.lockstep.jcstress.proof.Nightly;
import org.openjdk.jcstress.annotations.*;
import org.openjdk.jcstress.infra.results.*;

/**
 * Two threads count a word twice each that the map does not know yet: is every count kept?
 *
 * <p>{@link CheckThenAct} shows how it goes wrong in two calls. In one call the map itself looks
 * and acts at one go ({@link java.util.concurrent.ConcurrentHashMap#computeIfAbsent}, "performed
 * atomically"): under the lock of the word's bin, or by compare-and-set where the bin is empty. Or
 * it says what it found, so that the thread can go by it. The first count of a word and a later one
 * go different ways through the map, so each thread counts twice.
 */
@Nightly
public class WordsCounted {

  @JCStressTest
  @Outcome(id = "4", expect = ACCEPTABLE, desc = "Every count is kept.")
  @Outcome(
      id = {"3", "2", "1"},
      expect = FORBIDDEN,
      desc = "A thread put or counted where the other one did not look: counts are lost.")
  @Outcome(expect = FORBIDDEN, desc = "No order of four counts gives this.")
  @State
  public static class $Name {

    private final WordCount words = $subject;

    @Actor
    public void actor1() {
      words.count("word");
      words.count("word");
    }

    @Actor
    public void actor2() {
      words.count("word");
      words.count("word");
    }

    @Arbiter
    public void arbiter(I_Result r) {
      r.r1 = words.of("word");
    }
  }
}
