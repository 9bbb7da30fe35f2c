/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * A class path in the only form that the JVM archives: jars. Directories are packed; a jar without
 * classes that only names others, as build tools make for long class paths, is replaced by these.
 */
final class ClassPath {

  private ClassPath() {}

  /** The entries that exist, in order. */
  static List<Path> entries(String classPath) throws IOException {
    List<Path> entries = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      Path path = Path.of(entry).toAbsolutePath();
      if (Files.isRegularFile(path)) {
        List<Path> named = named(path);
        entries.addAll(named.isEmpty() ? List.of(path) : named);
      } else if (Files.isDirectory(path)) {
        entries.add(path);
      }
    }
    return entries;
  }

  /** What a jar of names names; nothing if it has classes itself. */
  private static List<Path> named(Path jar) throws IOException {
    List<Path> named = new ArrayList<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      Manifest manifest = file.getManifest();
      String list =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      if (list == null || file.stream().anyMatch(e -> e.getName().endsWith(".class"))) {
        return List.of();
      }
      for (String name : list.strip().split(" +", -1)) {
        URI uri = jar.toUri().resolve(name);
        Path path = Path.of(uri);
        if (Files.exists(path)) {
          named.add(path);
        }
      }
    }
    return named;
  }

  /** A digest of all names, sizes and times of these jars and directories. */
  static String digest(List<Path> entries, List<String> more) throws IOException {
    MessageDigest digest = sha256();
    for (String text : more) {
      digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
    for (Path entry : entries) {
      for (Path file : files(entry)) {
        String line =
            file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file).toMillis() + "\n";
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      }
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 12);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }

  private static List<Path> files(Path entry) throws IOException {
    try (Stream<Path> files = Files.walk(entry)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Writes a jar of all that lies in a directory. */
  static void pack(Path directory, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream packed = new JarOutputStream(out)) {
      packed.setLevel(0);
      for (Path file : files(directory)) {
        String name = directory.relativize(file).toString().replace(File.separatorChar, '/');
        packed.putNextEntry(new ZipEntry(name));
        Files.copy(file, packed);
        packed.closeEntry();
      }
    }
  }
}
