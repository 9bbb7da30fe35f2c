/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Which code a run judges.
 *
 * @param commit full id, or {@code unknown} outside a git checkout of this suite
 * @param dirty whether the work tree held changes that are not in the commit
 * @param why a sentence that says why the commit is unknown; empty if it is known
 */
public record Code(String commit, boolean dirty, String why) {

  /** What git has of every checkout of this suite, and of nothing else. */
  static final String MARK = "run/src/main/java/dev/lockstep/run/Code.java";

  Code(String commit, boolean dirty) {
    this(commit, dirty, "");
  }

  /**
   * Asks git about the checkout that a class was built in. One that only surrounds it, as that of a
   * program which holds an export of this suite, has the commits of another code.
   */
  public static Code of(Class<?> built) {
    Path root = home(built); // <root>/<module>/target/<jar, or directory of classes>
    for (int up = 0; up < 3 && root.getParent() != null; up++) {
      root = root.getParent();
    }
    return at(new Git(root));
  }

  static Code at(Git git) {
    try {
      if (!git.ask("ls-files", "--full-name", MARK).equals(MARK)) {
        return unknown(git.directory() + " is no checkout of this suite");
      }
      return new Code(git.ask("rev-parse", "HEAD"), !git.ask("status", "--porcelain").isEmpty());
    } catch (IOException e) {
      return unknown(e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unknown("interrupted");
    }
  }

  private static Code unknown(String cause) {
    return new Code(
        "unknown",
        false,
        "The commit is unknown (%s): build and run in a git checkout to have it recorded."
            .formatted(cause));
  }

  /**
   * The SHA-256 of the jar that the class was loaded from: the same sources give the same digest.
   */
  public static String digest(Class<?> of) {
    try {
      Path jar = home(of);
      if (Files.isDirectory(jar)) {
        return "classes";
      }
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(Files.readAllBytes(jar)));
    } catch (IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("The jar of " + of.getName() + " cannot be read.", e);
    }
  }

  /**
   * The names, without their directories, of all files below a directory of the jar, or of the
   * directory of classes, that the class was loaded from.
   */
  public static List<String> fileNames(Class<?> of, String directory) {
    try {
      Path home = home(of);
      if (Files.isDirectory(home)) {
        return fileNames(home.resolve(directory));
      }
      try (FileSystem jar = FileSystems.newFileSystem(home)) {
        return fileNames(jar.getPath(directory));
      }
    } catch (IOException e) {
      throw new IllegalStateException("The jar of " + of.getName() + " cannot be read.", e);
    }
  }

  private static List<String> fileNames(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static Path home(Class<?> of) {
    try {
      return Path.of(of.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("There is no place to read " + of.getName() + " from.", e);
    }
  }

  /** The version in {@code <library>.properties} beside a class, where the build has left it. */
  public static String version(Class<?> beside, String library) {
    Properties properties = new Properties();
    try (InputStream in = beside.getResourceAsStream(library + ".properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }
}
