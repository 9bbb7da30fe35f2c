/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.kernel;

import dev.lockstep.core.Construct;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The ways to compute the two functions, as algorithm and engine. All but {@link #ROOT} try every
 * number that the seeds try. Pure functions: no interleaving can break one, so there is nothing to
 * prove, and each answer is compared with the {@link Oracle}.
 */
public enum KernelKind implements Construct {
  LOOP("Java loop", SeedLoops::new),
  LONG_LOOP("Java loop in long", LongLoopKernel::new),
  LAZY("Iterator (generator)", LazyKernel::new),
  STREAM("IntStream", StreamKernel::new),
  ROOT("square root, Euclid", RootKernel::new),
  C("C loop (FFM)", NativeKernel.Plain::new, NativeLibrary::unavailable),
  C_CRITICAL("C loop (FFM, critical)", NativeKernel.Critical::new, NativeLibrary::unavailable),
  C_SIMD("C, vectorised by its compiler", NativeKernel.Simd::new, NativeLibrary::unavailable),
  VECTOR("Vector API", VectorEngine::kernel, VectorEngine::unavailable);

  private final String label;

  @SuppressWarnings("ImmutableEnumChecker") // makes an object without state
  private final Supplier<Kernel> source;

  @SuppressWarnings("ImmutableEnumChecker") // asks what does not change while the JVM runs
  private final Supplier<Optional<String>> unavailable;

  KernelKind(String label, Supplier<Kernel> source) {
    this(label, source, Optional::empty);
  }

  KernelKind(String label, Supplier<Kernel> source, Supplier<Optional<String>> unavailable) {
    this.label = label;
    this.source = source;
    this.unavailable = unavailable;
  }

  /** {@link Kernels}, which are what everything else is compared with. */
  private record SeedLoops() implements Kernel {

    @Override
    public int gcd(int a, int b) {
      return Kernels.gcd(a, b);
    }

    @Override
    public List<Integer> factorize(int number) {
      return Kernels.factorize(number);
    }
  }

  /**
   * The kernel, which has no state.
   *
   * @throws UnsupportedOperationException with the sentence of {@link #unavailable()}, if there is
   *     one
   */
  public Kernel kernel() {
    Optional<String> why = unavailable();
    if (why.isPresent()) {
      throw new UnsupportedOperationException(this + ": " + why.get());
    }
    return source.get();
  }

  @Override
  public Optional<String> unavailable() {
    return unavailable.get();
  }

  @Override
  public String family() {
    return "kernel";
  }

  @Override
  public KernelKind baseline() {
    return LOOP;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public Guarantee guarantee() {
    return Guarantee.PURE;
  }
}
