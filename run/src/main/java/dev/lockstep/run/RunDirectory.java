/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One run directory, held by one harness at a time. Files appear whole or not at all: each is
 * written under a temporary name and renamed.
 */
public final class RunDirectory implements AutoCloseable {

  private static final String RUN = "run.json";
  private static final String REPORT = "report.json";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Path path;
  private final String part;
  private final FileChannel lock;
  private final long opened = System.nanoTime();
  private RunInfo info;

  private RunDirectory(Path path, String part, FileChannel lock, RunInfo info) {
    this.path = path;
    this.part = part;
    this.lock = lock;
    this.info = info;
  }

  /**
   * Opens the directory for one harness: begins a run, or goes on with the unfinished run of the
   * same plan and code that it holds. Where a run of another plan or of other code lies, or one
   * that is judged already, the default directory is put aside as {@code <name>.previous}; any
   * other directory is refused, since it may be somebody's archive.
   *
   * @param part name of the harness
   * @param jar digest of the harness's jar
   * @param own what of the directory belongs to this harness alone
   * @throws RefusedException with the cause and the remedy
   */
  public static RunDirectory open(
      RunRequest request, Code code, String part, String jar, List<String> own) {
    Path path = request.directory();
    try {
      Files.createDirectories(path);
      FileChannel lock = lock(path);
      if (!Files.exists(path.resolve(RUN))) {
        refuseForeign(path);
        return begin(request, code, part, jar, lock);
      }
      RunInfo info = Json.read(path.resolve(RUN), RunInfo.class);
      String otherwise = difference(path, info, request, code);
      if (otherwise != null) {
        if (!request.replaceable()) {
          throw new RefusedException(
              "%s %s: name another directory with -Drun.dir=DIR, or remove this one."
                  .formatted(path, otherwise));
        }
        lock.close();
        putAside(path);
        Files.createDirectories(path);
        return begin(request, code, part, jar, lock(path));
      }
      // Whoever judged the run while it was not finished only had a look at it.
      Files.deleteIfExists(path.resolve(REPORT));
      RunDirectory directory = new RunDirectory(path, part, lock, info);
      directory.dropOtherCode(request, jar, own);
      directory.save(directory.info.with(part, directory.info.part(part, jar)));
      return directory;
    } catch (IOException | UncheckedIOException e) {
      throw unwritable(path, e);
    }
  }

  private static RunDirectory begin(
      RunRequest request, Code code, String part, String jar, FileChannel lock) {
    RunInfo info = RunInfo.begin(request.plan(), code, request.budget().toString());
    RunDirectory directory = new RunDirectory(request.directory(), part, lock, info);
    directory.write(
        "environment.json", new EnvironmentFile(1, Environment.now().warned(code.why()), null));
    directory.save(info.with(part, info.part(part, jar)));
    return directory;
  }

  private static void refuseForeign(Path path) throws IOException {
    try (Stream<Path> files = Files.list(path)) {
      if (files.anyMatch(file -> !file.getFileName().toString().startsWith("."))) {
        throw new RefusedException(
            "%s is not empty and holds no run: name another directory with -Drun.dir=DIR."
                .formatted(path));
      }
    }
  }

  private static String difference(Path path, RunInfo info, RunRequest request, Code code) {
    if (info.schema() != RunInfo.SCHEMA) {
      return "holds a run of schema %d, this is %d".formatted(info.schema(), RunInfo.SCHEMA);
    }
    if (!info.plan().equals(request.plan().id())) {
      return "holds a run of plan %s, not %s".formatted(info.plan(), request.plan().id());
    }
    if (!info.commit().equals(code.commit())) {
      return "holds a run of commit %s, not %s".formatted(info.commit(), code.commit());
    }
    boolean judged = Files.exists(path.resolve(REPORT));
    return judged && info.end() != null ? "holds a run that is finished and judged" : null;
  }

  /**
   * The commit is the same, but the work tree may have changed since: then only this part begins
   * anew.
   */
  private void dropOtherCode(RunRequest request, String jar, List<String> own) throws IOException {
    RunInfo.Part before = info.parts().get(part);
    if (before == null || before.jar().equals(jar)) {
      return;
    }
    if (!request.replaceable()) {
      throw new RefusedException(
          "%s holds a run of other code than this build of %s: name another directory with -Drun.dir=DIR."
              .formatted(path, part));
    }
    for (String name : own) {
      delete(path.resolve(name));
    }
    save(info.without(part));
  }

  private static void putAside(Path path) throws IOException {
    Path previous = path.resolveSibling(path.getFileName() + ".previous");
    delete(previous);
    Files.move(path, previous);
  }

  private static FileChannel lock(Path path) throws IOException {
    FileChannel channel =
        FileChannel.open(
            path.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return channel;
      }
      if (System.nanoTime() > deadline) {
        channel.close();
        throw new RefusedException(
            "Another process is measuring into %s: wait for it, or name another directory with -Drun.dir=DIR."
                .formatted(path));
      }
      try {
        Thread.sleep(200);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new RefusedException("Interrupted while waiting for %s.".formatted(path), e);
      }
    }
  }

  private static RefusedException unwritable(Path path, Exception cause) {
    return new RefusedException(
        "The run directory %s cannot be written (%s): make room or name another with -Drun.dir=DIR."
            .formatted(path, cause.getMessage()),
        cause);
  }

  public Path path() {
    return path;
  }

  public RunInfo info() {
    return info;
  }

  public boolean complete() {
    return info.parts().get(part).complete();
  }

  /**
   * Writes one whole file.
   *
   * @throws RefusedException if the disk does not take it
   */
  public void write(String name, Object value) {
    write(name, Json.write(value));
  }

  public void write(String name, byte[] bytes) {
    Path file = path.resolve(name);
    try {
      Files.createDirectories(file.getParent());
      Path temporary = file.resolveSibling(".writing-" + file.getFileName());
      Files.write(temporary, bytes);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  /** Writes this harness's share of {@code planned.json}, keeping those of the others. */
  public void plan(Planned.Share share, Planned mine) {
    Path file = path.resolve("planned.json");
    Planned before = Files.exists(file) ? Json.read(file, Planned.class) : mine;
    write("planned.json", before.with(share, mine));
  }

  /**
   * Records the machine's state at the end of this part, and that the part is complete.
   *
   * @param notReached how many of the results that it owed the budget did not pay for
   */
  public void completed(int notReached) {
    EnvironmentFile environment =
        Json.read(path.resolve("environment.json"), EnvironmentFile.class);
    write(
        "environment.json",
        new EnvironmentFile(environment.schema(), environment.start(), Environment.now()));
    account(true, notReached);
  }

  private void account(boolean complete, int notReached) {
    RunInfo.Part now = info.parts().get(part);
    if (!now.complete()) {
      Duration worked = Duration.ofNanos(System.nanoTime() - opened);
      save(info.with(part, RunInfo.worked(now, worked, complete, notReached)));
    }
  }

  private void save(RunInfo changed) {
    write(RUN, changed);
    info = changed;
  }

  /** Gives the directory free for the next harness. */
  @Override
  public void close() {
    account(false, 0);
    try {
      lock.close();
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  /** Deletes a file or a tree; does nothing if there is none. */
  public static void delete(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    try (Stream<Path> tree = Files.walk(root)) {
      for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
