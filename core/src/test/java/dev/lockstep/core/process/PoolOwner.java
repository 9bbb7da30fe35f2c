/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The program of a process that has workers, for tests of how it ends. */
final class PoolOwner {

  private PoolOwner() {}

  /** Takes what to do, and with what. */
  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "PRINT" -> print(args[1]);
      case "LEAVE" -> leave(args[1]);
      default -> wait(Act.valueOf(args[0]), args[1], args[2]);
    }
  }

  private static ProcessPool pool(int workers) {
    return new ProcessPool(workers, Options.DEFAULT.with(Archive.NONE));
  }

  private static void print(String input) {
    try (ProcessPool pool = pool(2)) {
      CompletableFuture<String> one = pool.submit(Act.PRINT, input);
      CompletableFuture<String> other = pool.submit(Act.PRINT, input);
      System.out.println(List.of(one.join(), other.join()));
    }
  }

  /** Ends with a worker that would not. */
  private static void leave(String file) throws Exception {
    CompletableFuture<String> _ = pool(1).submit(Act.SPIN_FOR_EVER, file);
    long _ = Bounded.pidIn(Path.of(file));
    System.exit(0);
  }

  /** Two workers are busy for ever, one is idle. */
  private static void wait(Act endless, String file, String other) throws Exception {
    ProcessPool pool = pool(3);
    CompletableFuture<String> busy = pool.submit(endless, file);
    CompletableFuture<String> _ = pool.submit(endless, other);
    String idle = pool.submit(Act.STAMP, "").get().split(":", -1)[0];
    Path target = Path.of(file.replaceFirst("\\.0$", ".idle"));
    Path written = Files.writeString(Path.of(target + ".part"), idle);
    Path _ = Files.move(written, target, StandardCopyOption.ATOMIC_MOVE);
    String _ = busy.get();
  }
}
