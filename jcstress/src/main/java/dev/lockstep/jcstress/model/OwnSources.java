/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.Construct;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The names of this suite's source files, read from what it was compiled to: the checker's text
 * gives files without their packages.
 */
final class OwnSources {

  private static final String ROOT = "dev/lockstep";

  private OwnSources() {}

  static Set<String> names() throws IOException {
    Set<String> names = new TreeSet<>();
    for (Class<?> part : new Class<?>[] {Construct.class, OwnSources.class}) {
      Path code = location(part);
      if (Files.isDirectory(code)) {
        collect(code.resolve(ROOT), names);
      } else {
        try (FileSystem jar = FileSystems.newFileSystem(code)) {
          collect(jar.getPath(ROOT), names);
        }
      }
    }
    return names;
  }

  private static Path location(Class<?> part) {
    try {
      return Path.of(part.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("no place to read " + part.getName() + " from", e);
    }
  }

  private static void collect(Path root, Set<String> names) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class"))
          .map(name -> name.replaceFirst("(\\$.*)?\\.class$", ".java"))
          .forEach(names::add);
    }
  }
}
