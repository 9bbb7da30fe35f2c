/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import dev.lockstep.jcstress.proof.ProofTest;
import dev.lockstep.run.Code;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.openjdk.jcstress.infra.runners.TestList;

/**
 * Holds the list of the tests against the classes that lie beside it. jcstress runs what the list
 * names; a test that was lost from the list would be missed by nobody.
 */
final class TestJar {

  private static final String ROOT = "dev/lockstep/jcstress";

  /** What jcstress's annotation processor appends to the name of a test for its runner. */
  private static final String RUNNER = "_jcstress.class";

  private TestJar() {}

  /** Refuses a jar without a list, at which jcstress would stumble. */
  static void checkList(Class<?> of) {
    if (of.getResource(TestList.LIST) == null) {
      throw new IllegalStateException("it has no list of tests");
    }
  }

  /**
   * @param of a class in the same jar, or directory of classes, as the tests
   * @throws IllegalStateException naming a test that is compiled and not in the list
   */
  static void check(Class<?> of, List<ProofTest> listed) {
    Set<String> runners = new TreeSet<>(Code.fileNames(of, ROOT));
    runners.removeIf(name -> !name.endsWith(RUNNER));
    for (ProofTest test : listed) {
      runners.remove(runner(test.test()));
    }
    if (!runners.isEmpty()) {
      throw new IllegalStateException(
          "the test list lacks "
              + String.join(", ", runners).replace(RUNNER, "").replace('_', '.'));
    }
  }

  /** The simple name of the runner of a nested test. */
  private static String runner(String test) {
    int nested = test.lastIndexOf('.');
    int outer = test.lastIndexOf('.', nested - 1);
    return test.substring(outer + 1).replace('.', '_') + RUNNER;
  }
}
