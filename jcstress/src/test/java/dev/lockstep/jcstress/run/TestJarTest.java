/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.lockstep.jcstress.proof.ProofTest;
import dev.lockstep.jcstress.proof.Proofs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TestJarTest {

  @Test
  void everyCompiledTestIsListed() {
    TestJar.check(ProofRun.class, Proofs.all());
  }

  @Test
  void aTestThatWasLostFromTheListIsNamed() {
    List<ProofTest> tests = new ArrayList<>(Proofs.all());
    tests.removeIf(test -> test.test().endsWith(".LockedCounter.Atomic"));
    assertThatIllegalStateException()
        .isThrownBy(() -> TestJar.check(ProofRun.class, tests))
        .withMessage("the test list lacks LockedCounter.Atomic");
  }

  @Test
  void aJarWithoutAListIsRefused() {
    TestJar.checkList(ProofRun.class);
    assertThatIllegalStateException()
        .isThrownBy(() -> TestJar.checkList(String.class))
        .withMessage("it has no list of tests");
  }
}
