/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Which code a run judges.
 *
 * @param commit full id, or {@code unknown} outside a git checkout
 * @param dirty whether the work tree held changes that are not in the commit
 */
public record Code(String commit, boolean dirty) {

  private static final Code UNKNOWN = new Code("unknown", false);

  /** Asks git about the working directory. */
  public static Code current() {
    try {
      String commit = git("rev-parse", "HEAD");
      return new Code(commit, !git("status", "--porcelain").isEmpty());
    } catch (IOException e) {
      return UNKNOWN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return UNKNOWN;
    }
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

  private static String git(String... arguments) throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = "git";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException("git answers nothing here");
    }
    return out.strip();
  }
}
