/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

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
      Path jar = Path.of(of.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(jar)) {
        return "classes";
      }
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(Files.readAllBytes(jar)));
    } catch (java.net.URISyntaxException | IOException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("The jar of " + of.getName() + " cannot be read.", e);
    }
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
