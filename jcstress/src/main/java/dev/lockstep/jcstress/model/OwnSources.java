/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.Construct;
import dev.lockstep.run.Code;
import java.util.Set;
import java.util.TreeSet;

/**
 * The names of this suite's source files, read from what it was compiled to: the checker's text
 * gives files without their packages.
 */
final class OwnSources {

  private static final String ROOT = "dev/lockstep";

  private OwnSources() {}

  static Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (Class<?> part : new Class<?>[] {Construct.class, OwnSources.class}) {
      for (String file : Code.fileNames(part, ROOT)) {
        if (file.endsWith(".class")) {
          names.add(file.replaceFirst("(\\$.*)?\\.class$", ".java"));
        }
      }
    }
    return names;
  }
}
