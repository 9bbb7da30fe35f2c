/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Makes archives and keeps them for all processes of this user. */
final class ArchiveFiles {

  private static final int KEPT = 12;

  private ArchiveFiles() {}

  /** The command with an archive, which is made if it is not there yet. */
  static WorkerCommand with(Archive archive, WorkerCommand plain)
      throws IOException, InterruptedException {
    Path directory = directory();
    List<Path> entries = ClassPath.entries(plain.classPath());
    List<String> jars = new ArrayList<>();
    for (Path entry : entries) {
      jars.add((Files.isDirectory(entry) ? packed(entry, directory) : entry).toString());
    }
    List<String> more = new ArrayList<>(plain.options());
    more.add(System.getProperty("java.home"));
    more.add(System.getProperty("java.vm.version"));
    Path file = directory.resolve(archive + "-" + ClassPath.digest(entries, more));
    WorkerCommand jarred =
        new WorkerCommand(plain.options(), String.join(File.pathSeparator, jars), List.of());
    if (!used(file)) {
      make(archive, file, jarred);
    }
    return jarred.plus(archive.reading(file));
  }

  /** What is archived is trusted like a class path: only this user may write there. */
  private static Path directory() throws IOException {
    String user = System.getProperty("user.name").replaceAll("[^A-Za-z0-9_.-]", "-");
    Path directory = Path.of(System.getProperty("java.io.tmpdir"), "lockstep-archives-" + user);
    if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
      Path _ =
          Files.createDirectories(
              directory,
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    boolean own =
        Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS)
            .getName()
            .equals(System.getProperty("user.name"));
    if (!own || !PosixFilePermissions.toString(permissions(directory)).equals("rwx------")) {
      throw new IOException("others may write into " + directory);
    }
    return directory;
  }

  private static Set<PosixFilePermission> permissions(Path directory) throws IOException {
    return Files.getPosixFilePermissions(directory, LinkOption.NOFOLLOW_LINKS);
  }

  private static Path packed(Path entry, Path directory) throws IOException {
    String digest = ClassPath.digest(List.of(entry), List.of());
    Path jar = directory.resolve("classes-" + digest + ".jar");
    if (!used(jar)) {
      Path part = Files.createTempFile(directory, "part-", ".jar");
      try {
        ClassPath.pack(entry, part);
        Path _ = Files.move(part, jar, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        boolean _ = Files.deleteIfExists(part);
      }
    }
    return jar;
  }

  /** Whether it is there; if so, notes the use. */
  private static boolean used(Path file) throws IOException {
    if (!Files.exists(file)) {
      return false;
    }
    if (!file.toString().endsWith(".jar")) { // whose time the JVM compares with the archive's
      Path _ = Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    }
    return true;
  }

  /** One process makes it; others that want it, too, wait. */
  private static void make(Archive archive, Path file, WorkerCommand command)
      throws IOException, InterruptedException {
    Path directory = file.getParent();
    try (FileChannel channel =
            FileChannel.open(
                directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      if (used(file)) {
        return;
      }
      Path part = directory.resolve("part-" + ProcessHandle.current().pid());
      try {
        ProcessPool.rehearse(command.plus(archive.writing(part)));
        if (!Files.exists(part)) {
          throw new IOException("the JVM has written no archive");
        }
        Path _ = Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        makeRoom(directory);
      } finally {
        boolean _ = Files.deleteIfExists(part);
      }
    }
  }

  /** Who has mapped a file keeps it. */
  private static void makeRoom(Path directory) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(directory)) {
      files = all.filter(file -> !file.endsWith("lock")).toList();
    }
    Comparator<Path> byUse = Comparator.comparingLong(file -> file.toFile().lastModified());
    for (Path old : files.stream().sorted(byUse.reversed()).skip(KEPT).toList()) {
      boolean _ = Files.deleteIfExists(old);
    }
  }
}
