/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.run.RefusedException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The lock by which two JMHs on one machine keep out of each other's way, held for a whole run and
 * not fork by fork: else the other one gets in between, and forks fail.
 */
final class JmhLock implements AutoCloseable {

  private final FileChannel channel;

  private JmhLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes it before JMH's own runner, which is told to leave it alone, is loaded. A file that
   * cannot be a lock, since it is somebody else's or a directory, is said and done without.
   *
   * @param directory for temporary files, where JMH has its lock
   * @throws RefusedException if another process has it
   */
  static JmhLock take(Path directory, PrintStream out) throws IOException {
    System.setProperty("jmh.ignoreLock", "true");
    Path file = directory.resolve("jmh.lock");
    FileChannel channel;
    try {
      channel = open(file);
    } catch (IOException e) {
      out.printf(
          "%s cannot be locked (%s): see to it that no other JMH measures here, or remove it.%n",
          file, e);
      return new JmhLock(null);
    }
    if (channel.tryLock() == null) {
      channel.close();
      throw new RefusedException(
          "Another JMH is measuring on this machine (it holds %s): wait until it ends, then type the same command."
              .formatted(file));
    }
    return new JmhLock(channel);
  }

  /**
   * As JMH makes it: for all users. One that is there is not asked to be made, which a sticky
   * directory may forbid to all but its owner.
   */
  private static FileChannel open(Path file) throws IOException {
    if (Files.exists(file)) {
      return FileChannel.open(file, StandardOpenOption.WRITE);
    }
    FileChannel made = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean _ = file.toFile().setReadable(true, false) && file.toFile().setWritable(true, false);
    return made;
  }

  @Override
  public void close() throws IOException {
    if (channel != null) {
      channel.close();
    }
  }
}
