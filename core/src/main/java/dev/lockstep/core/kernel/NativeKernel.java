/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.kernel;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.List;

/**
 * The kernels in C, called through the Foreign Function and Memory API. Each kind of call is a
 * class of its own: the compiler makes a direct call only of a handle that it knows to be constant.
 */
sealed interface NativeKernel extends RangeKernel {

  /** No int has more divisors; 2,095,133,040 has so many. */
  int MOST_DIVISORS = 1600;

  FunctionDescriptor GCD = FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
  FunctionDescriptor FACTORIZE =
      FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS);

  @SuppressWarnings("restricted") // the signatures are those of kernels.h
  private static MethodHandle handle(
      String name, FunctionDescriptor descriptor, Linker.Option... options) {
    MemorySegment function = NativeLibrary.loaded().findOrThrow(name);
    return Linker.nativeLinker().downcallHandle(function, descriptor, options);
  }

  /** The thread's memory outside the heap for the divisors that C finds. */
  private static MemorySegment buffer() {
    return Plain.BUFFER.get();
  }

  private static List<Integer> list(MemorySegment divisors, int count) {
    List<Integer> list = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      list.add(divisors.getAtIndex(JAVA_INT, i));
    }
    return list;
  }

  /** C does not throw: what arrives here is a mistake of this class. */
  private static AssertionError failed(Throwable cause) {
    return new AssertionError("a call of a C function failed", cause);
  }

  /**
   * The seeds' loops. The thread leaves the JVM for as long as the call lasts: a collector need not
   * wait for it, but a virtual thread keeps its carrier.
   */
  record Plain() implements NativeKernel {

    private static final ThreadLocal<MemorySegment> BUFFER =
        ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(JAVA_INT, MOST_DIVISORS));

    private static final MethodHandle CALL_GCD = handle("lockstep_gcd", GCD);
    private static final MethodHandle CALL_FACTORIZE = handle("lockstep_factorize", FACTORIZE);

    @Override
    public int gcd(int a, int b, int high, int low) {
      try {
        return (int) CALL_GCD.invokeExact(a, b, high, low);
      } catch (Throwable e) {
        throw failed(e);
      }
    }

    @Override
    public List<Integer> factorize(int number, int from, int to) {
      MemorySegment divisors = buffer();
      try {
        return list(divisors, (int) CALL_FACTORIZE.invokeExact(number, from, to, divisors));
      } catch (Throwable e) {
        throw failed(e);
      }
    }
  }

  /**
   * The same functions as critical calls: the thread does not leave the JVM, C may write to an
   * array on the heap, and no safepoint comes until it returns. Meant for calls of microseconds, so
   * a long one is here to be compared, not copied.
   */
  record Critical() implements NativeKernel {

    private static final ThreadLocal<int[]> BUFFER =
        ThreadLocal.withInitial(() -> new int[MOST_DIVISORS]);

    private static final MethodHandle CALL_GCD =
        handle("lockstep_gcd", GCD, Linker.Option.critical(false));
    private static final MethodHandle CALL_FACTORIZE =
        handle("lockstep_factorize", FACTORIZE, Linker.Option.critical(true));

    @Override
    public int gcd(int a, int b, int high, int low) {
      try {
        return (int) CALL_GCD.invokeExact(a, b, high, low);
      } catch (Throwable e) {
        throw failed(e);
      }
    }

    @Override
    public List<Integer> factorize(int number, int from, int to) {
      MemorySegment divisors = MemorySegment.ofArray(BUFFER.get());
      try {
        return list(divisors, (int) CALL_FACTORIZE.invokeExact(number, from, to, divisors));
      } catch (Throwable e) {
        throw failed(e);
      }
    }
  }

  /** The search as the C compiler vectorises it; called as {@link Plain}. */
  record Simd() implements NativeKernel {

    private static final MethodHandle CALL_GCD = handle("lockstep_gcd_simd", GCD);
    private static final MethodHandle CALL_FACTORIZE = handle("lockstep_factorize_simd", FACTORIZE);

    @Override
    public int gcd(int a, int b, int high, int low) {
      try {
        return (int) CALL_GCD.invokeExact(a, b, high, low);
      } catch (Throwable e) {
        throw failed(e);
      }
    }

    @Override
    public List<Integer> factorize(int number, int from, int to) {
      MemorySegment divisors = buffer();
      try {
        return list(divisors, (int) CALL_FACTORIZE.invokeExact(number, from, to, divisors));
      } catch (Throwable e) {
        throw failed(e);
      }
    }
  }
}
