/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.kernel;

import java.util.Optional;

/**
 * What needs the Vector API. The API is in an incubating module, which a JVM has only if it is told
 * so; what uses it is compiled apart and found by name, so that everything else runs without.
 */
public interface VectorEngine {

  /** The module of the Vector API. */
  String MODULE = "jdk.incubator.vector";

  /** The kernel that tries as many numbers at once as a vector has lanes. */
  static Kernel kernel() {
    return (Kernel) find("VectorKernel");
  }

  /** The bound of that kernel: its division alone. */
  static Divider divider() {
    return (Divider) find("VectorDivider");
  }

  /** Why there is no Vector API, and what would help; empty if there is one. */
  static Optional<String> unavailable() {
    return ModuleLayer.boot().findModule(MODULE).isPresent()
        ? Optional.empty()
        : Optional.of(
            "this JVM runs without the Vector API; start it with --add-modules " + MODULE);
  }

  /** Divides floats, and does nothing else. */
  interface Divider {

    /** How many floats one division divides. */
    int lanes();

    /**
     * Makes at least so many vector divisions, enough of them independent of each other to keep the
     * divider busy, and returns what depends on all.
     */
    float divide(int count);
  }

  private static Object find(String name) {
    try {
      return Class.forName(VectorEngine.class.getPackageName() + "." + name)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("the build made no " + name, e);
    }
  }
}
