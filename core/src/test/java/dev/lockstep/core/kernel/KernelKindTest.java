/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.lockstep.core.Construct;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every kernel against the oracle. Whole searches are small here, since this JVM compiles lightly;
 * of the large numbers it searches the neighbourhoods that could go wrong. {@link KernelExactness}
 * searches the large ones as a whole.
 */
@Tag("gate")
class KernelKindTest {

  private static final int[] LARGE = {
    Integer.MAX_VALUE, // a prime
    Integer.MAX_VALUE - 1,
    2_095_133_040, // most divisors of all
    46340 * 46340, // the largest square; one more, and i * i is too large
    46339 * 46339,
    46337 * 46337, // of a prime
    2_147_483_629, // a prime
    1 << 30,
    1073741789, // the prime below it
    (1 << 24) + 1, // not a float any more
    (1 << 24) - 1,
    1_162_261_467, // 3 to the power of 19
    2_147_117_569 // the square of 46337
  };

  private static Kernel kernel(KernelKind kind) {
    assumeThat(kind.unavailable()).isEmpty();
    return kind.kernel();
  }

  @ParameterizedTest
  @EnumSource
  void smallNumbersHaveTheirDivisors(KernelKind kind) {
    Kernel kernel = kernel(kind);
    for (int n = 1; n <= 700; n++) {
      assertThat(kernel.factorize(n)).as("%s of %d", kind, n).isEqualTo(Kernels.factorize(n));
    }
  }

  @ParameterizedTest
  @EnumSource
  void smallPairsHaveTheirGreatestCommonDivisor(KernelKind kind) {
    Kernel kernel = kernel(kind);
    for (int a = 1; a <= 90; a++) {
      for (int b = 1; b <= 90; b++) {
        assertThat(kernel.gcd(a, b)).as("%s of %d and %d", kind, a, b).isEqualTo(Oracle.gcd(a, b));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothingHasNoDivisors(KernelKind kind) {
    for (int n : new int[] {0, -1, -6, Integer.MIN_VALUE}) {
      assertThat(kernel(kind).factorize(n)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void gcdNeedsPositiveNumbers(KernelKind kind) {
    Kernel kernel = kernel(kind);
    for (int bad : new int[] {0, -4, Integer.MIN_VALUE}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> kernel.gcd(bad, 6))
          .withMessage("gcd(" + bad + ", 6): both numbers must be at least 1");
      assertThatIllegalArgumentException().isThrownBy(() -> kernel.gcd(6, bad));
    }
  }

  /** The lengths around those of vectors and blocks, with a divisor at every place of them. */
  @ParameterizedTest
  @EnumSource
  void aDivisorIsFoundWhereverItLiesInAVector(KernelKind kind) {
    assumeThat(kernel(kind)).isInstanceOf(RangeKernel.class);
    RangeKernel kernel = (RangeKernel) kernel(kind);
    int divisor = 20_011; // a prime, so that it is the only divisor in the window
    int number = divisor * 100_003;
    for (int size : new int[] {1, 2, 15, 16, 17, 31, 32, 33, 64, 255, 256, 257, 300, 513}) {
      for (int before = 0; before < size; before += size > 64 ? 7 : 1) {
        int from = divisor - before;
        int to = from + size - 1;
        assertThat(kernel.factorize(number, from, to))
            .as("%s from %d to %d", kind, from, to)
            .isEqualTo(List.of(divisor));
        assertThat(kernel.gcd(number, divisor * 3, to, from)).isEqualTo(divisor);
        assertThat(kernel.gcd(number, divisor * 3 + 1, to, from)).isZero();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void largeNumbersAreExactAroundTheirDivisors(KernelKind kind) {
    assumeThat(kernel(kind)).isInstanceOf(RangeKernel.class);
    RangeKernel kernel = (RangeKernel) kernel(kind);
    IntStream random =
        new Random(20261120).ints(30, Integer.MAX_VALUE - (1 << 20), Integer.MAX_VALUE);
    for (int n : IntStream.concat(IntStream.of(LARGE), random).toArray()) {
      List<Integer> divisors = Oracle.divisors(n);
      List<Integer> places = new ArrayList<>(List.of(1, 1024, 46341, (n >> 21) + 1, n / 2, n));
      for (int i = 0; i < divisors.size(); i += 1 + divisors.size() / 40) {
        places.add(divisors.get(i));
      }
      for (int place : places) {
        int from = Math.max(1, place - 300);
        int to = (int) Math.min(n, place + 300L);
        List<Integer> expected = divisors.stream().filter(i -> i >= from && i <= to).toList();
        assertThat(kernel.factorize(n, from, to))
            .as("%s of %d from %d to %d", kind, n, from, to)
            .isEqualTo(expected);
        assertThat(kernel.gcd(n, n, to, from))
            .as("%s of %d from %d down to %d", kind, n, to, from)
            .isEqualTo(expected.isEmpty() ? 0 : expected.getLast());
      }
    }
  }

  /** What a float cannot tell from a divisor: numbers one off a product, with large factors. */
  @ParameterizedTest
  @EnumSource
  void whatIsNearlyDivisibleIsNot(KernelKind kind) {
    assumeThat(kernel(kind)).isInstanceOf(RangeKernel.class);
    RangeKernel kernel = (RangeKernel) kernel(kind);
    for (int factor : new int[] {1025, 2047, 4097, 46337, 46340, 1 << 20, 1073741823, 1 << 30}) {
      int multiple = Integer.MAX_VALUE / factor * factor;
      for (int off = -2; off <= 2; off++) {
        int n = multiple + off;
        if (n > 0) {
          int from = factor - 20;
          List<Integer> expected = new Task.Factorize(n, from, factor + 20).expected();
          assertThat(kernel.factorize(n, from, factor + 20))
              .as("%s, %d", kind, n)
              .isEqualTo(expected);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 46340 * 46340, 46337 * 46337, 46341 * 46340, Integer.MAX_VALUE})
  void theRootOfALargeNumberIsExact(int n) {
    List<Integer> divisors = KernelKind.ROOT.kernel().factorize(n);
    assertThat(divisors).isSorted().doesNotHaveDuplicates().isEqualTo(Oracle.divisors(n));
    assertThat(divisors).allSatisfy(i -> assertThat(n % i).isZero());
  }

  @Test
  void aGeneratorTriesNothingBeforeItIsAsked() {
    var divisors = LazyKernel.divisors(Integer.MAX_VALUE - 1, 1, Integer.MAX_VALUE - 1);
    assertThat(List.of(divisors.next(), divisors.next(), divisors.next())).containsExactly(1, 2, 3);
    assertThat(divisors.hasNext()).isTrue();
    assertThat(divisors.hasNext()).isTrue();
    assertThat(divisors.next()).isEqualTo(6);
    var common = LazyKernel.commonDivisors(12, 18, 12, 1);
    assertThat(List.of(common.next(), common.next(), common.next(), common.next()))
        .containsExactly(6, 3, 2, 1);
    assertThat(common.hasNext()).isFalse();
  }

  @Test
  void noIntHasMoreDivisorsThanTheBufferOfTheCallToCHolds() {
    assertThat(Oracle.divisors(2_095_133_040)).hasSize(NativeKernel.MOST_DIVISORS);
  }

  @Test
  void thisJvmHasTheVectorApi() {
    assertThat(KernelKind.VECTOR.unavailable()).isEmpty();
    assertThat(VectorEngine.divider().lanes()).isPositive();
    assertThat(VectorEngine.divider().divide(20)).isFinite();
  }

  @Test
  void theLibraryIsThereIfTheBuildMadeIt() {
    boolean built = KernelKind.class.getResource(NativeLibrary.NAME) != null;
    for (KernelKind kind : List.of(KernelKind.C, KernelKind.C_CRITICAL, KernelKind.C_SIMD)) {
      assertThat(kind.unavailable().isEmpty()).as("%s", kind).isEqualTo(built);
    }
  }

  @Test
  void kernelsArePure() {
    assertThat(KernelKind.values())
        .allSatisfy(
            kind -> {
              assertThat(kind.guarantee()).isEqualTo(Construct.Guarantee.PURE);
              assertThat(kind.id()).isEqualTo("kernel:" + kind);
            })
        .extracting(KernelKind::label)
        .doesNotHaveDuplicates();
  }
}
