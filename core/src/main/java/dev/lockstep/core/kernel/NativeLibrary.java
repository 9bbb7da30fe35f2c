/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The kernels in C as a library of this process, loaded when first asked for. The build puts it
 * beside this class if it has a C compiler.
 */
final class NativeLibrary {

  static final String NAME = "libkernels.so";

  private static final NativeLibrary THIS = open(NativeLibrary.class.getResource(NAME) != null);

  private final SymbolLookup symbols;
  private final String why;

  private NativeLibrary(SymbolLookup symbols, String why) {
    this.symbols = symbols;
    this.why = why;
  }

  private static NativeLibrary open(boolean built) {
    if (!built) {
      return new NativeLibrary(
          null,
          "the build left the C kernels out, for want of Linux or of a C compiler; install one,"
              + " such as gcc, and build again");
    }
    try {
      return new NativeLibrary(load(), null);
    } catch (IOException | IllegalArgumentException e) {
      return new NativeLibrary(
          null,
          "the C kernels cannot be loaded from java.io.tmpdir ("
              + e.getMessage()
              + "); build on this machine, and name a directory that libraries may be loaded from");
    } catch (IllegalCallerException e) {
      return new NativeLibrary(
          null, "this JVM may not call C; start it with --enable-native-access=ALL-UNNAMED");
    }
  }

  /** The loader wants a file of its own; once it has mapped it, the name is not needed any more. */
  @SuppressWarnings("restricted") // the library is our own, from the same jar
  private static SymbolLookup load() throws IOException {
    Path file = Files.createTempFile("lockstep-", "-" + NAME);
    try {
      try (InputStream library = NativeLibrary.class.getResourceAsStream(NAME)) {
        Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
      }
      return SymbolLookup.libraryLookup(file, Arena.global());
    } finally {
      Files.delete(file);
    }
  }

  /** Why there is no library, and what would help; empty if there is one. */
  static Optional<String> unavailable() {
    return Optional.ofNullable(THIS.why);
  }

  /**
   * The functions of the library.
   *
   * @throws UnsupportedOperationException with the sentence of {@link #unavailable()}
   */
  static SymbolLookup loaded() {
    if (THIS.symbols == null) {
      throw new UnsupportedOperationException(THIS.why);
    }
    return THIS.symbols;
  }
}
