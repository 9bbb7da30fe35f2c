/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import dev.lockstep.jcstress.proof.ProofTest;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The jar that forks start from: this program without the tests that a run leaves out, without the
 * checkers and without what only the parent of the forks uses. Every fork opens it, and to read the
 * list of the many thousand files of the whole jar takes an interpreter a tenth of a second, which
 * is as long as many a fork measures.
 */
final class ForkJar {

  private static final Pattern NO_FORK_USES =
      Pattern.compile(
          "(kotlin|kotlinx|oshi|tools|com/fasterxml|com/sun/jna/platform|net/bytebuddy"
              + "|org/jetbrains|org/objectweb|dev/lockstep/jcstress/(generate|model))/.*");

  private ForkJar() {}

  /**
   * Writes the jar.
   *
   * @param from a class path of jars
   * @param leftOut the tests that no fork runs
   * @throws IOException if it cannot be written
   */
  static void write(Path jar, String from, Collection<ProofTest> leftOut) throws IOException {
    Set<String> unused = new HashSet<>();
    for (ProofTest test : leftOut) {
      String path = test.test().replace('.', '/');
      int nested = path.lastIndexOf('/');
      String outer = path.substring(0, nested);
      String name = path.substring(nested + 1);
      unused.add(outer + "$" + name);
      unused.add(outer + "_" + name + "_jcstress");
    }
    Set<String> taken = new HashSet<>();
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
      out.setLevel(Deflater.NO_COMPRESSION);
      for (String each : from.split(File.pathSeparator, -1)) {
        try (JarFile in = new JarFile(each)) {
          for (JarEntry entry : Collections.list(in.entries())) {
            if (isUsed(entry.getName(), unused) && taken.add(entry.getName())) {
              out.putNextEntry(new ZipEntry(entry.getName()));
              try (InputStream bytes = in.getInputStream(entry)) {
                bytes.transferTo(out);
              }
            }
          }
        }
      }
    }
  }

  private static boolean isUsed(String entry, Set<String> unused) {
    if (entry.endsWith("/") || NO_FORK_USES.matcher(entry).matches()) {
      return false;
    }
    String type = entry.replaceFirst("[.]class$", "");
    while (!unused.contains(type)) {
      int nested = type.lastIndexOf('$');
      if (nested < 0) {
        return true;
      }
      type = type.substring(0, nested);
    }
    return false;
  }
}
