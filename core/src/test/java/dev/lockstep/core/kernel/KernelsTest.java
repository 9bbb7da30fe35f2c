/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class KernelsTest {

  @Test
  void gcdAgreesWithEuclid() {
    for (int a = 1; a <= 120; a++) {
      for (int b = 1; b <= 120; b++) {
        assertThat(Kernels.gcd(a, b)).as("gcd(%d, %d)", a, b).isEqualTo(Oracle.gcd(a, b));
      }
    }
  }

  @Test
  void gcdNeedsPositiveNumbers() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Kernels.gcd(0, 5))
        .withMessage("gcd(0, 5): both numbers must be at least 1");
    assertThatIllegalArgumentException().isThrownBy(() -> Kernels.gcd(5, -1));
  }

  @Test
  void factorizeAgreesWithTrialDivisionUpToTheRoot() {
    for (int n = 1; n <= 2000; n++) {
      assertThat(Kernels.factorize(n)).as("factorize(%d)", n).isEqualTo(Oracle.divisors(n));
    }
  }

  @Test
  void factorizeOfNothingIsNothing() {
    assertThat(Kernels.factorize(0)).isEmpty();
    assertThat(Kernels.factorize(-6)).isEmpty();
  }

  @Test
  void theOraclesKnowWhatEverybodyKnows() {
    assertThat(Oracle.gcd(12, 18)).isEqualTo(6);
    assertThat(Oracle.gcd(17, 5)).isEqualTo(1);
    assertThat(Oracle.divisors(1)).containsExactly(1);
    assertThat(Oracle.divisors(36)).containsExactly(1, 2, 3, 4, 6, 9, 12, 18, 36);
    assertThat(Oracle.divisors(Integer.MAX_VALUE)).isEqualTo(List.of(1, Integer.MAX_VALUE));
  }
}
