/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.unit;

import dev.lockstep.core.Construct;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The family of what work is started in: to add one, write its class and name it here. */
public enum UnitKind implements Construct {

  /** In the caller's thread: the baseline. */
  CALL("method call", Guarantee.PURE, () -> Runnable::run),

  /** A new virtual thread. */
  VIRTUAL(
      "virtual thread, new",
      Guarantee.EXACT,
      () -> new ThreadUnit(Thread.ofVirtual().name("unit-", 1).factory())),

  /** A new thread of the operating system. */
  PLATFORM(
      "platform thread, new",
      Guarantee.EXACT,
      () -> new ThreadUnit(Thread.ofPlatform().daemon().name("unit-", 1).factory())),

  /** A thread of a pool, which is there already. */
  POOLED(
      "platform thread of a pool",
      Guarantee.EXACT,
      () ->
          new PooledUnit(
              PooledUnit.THREADS, Thread.ofPlatform().daemon().name("pooled-", 1).factory())),

  /** A new process with the least program that there is. */
  PROCESS("process, new", Guarantee.PURE, () -> new ProcessUnit(List.of(UnitKind.TRUE))) {
    @Override
    public Optional<String> unavailable() {
      return onPath(TRUE)
          ? Optional.empty()
          : Optional.of("there is no program \"true\" here: install coreutils");
    }
  },

  /** A new JVM with the least program that there is. */
  JVM("JVM, new", Guarantee.PURE, () -> new ProcessUnit(jvm())) {
    @Override
    public Optional<String> unavailable() {
      return Files.isExecutable(JAVA)
          ? Optional.empty()
          : Optional.of("this runtime has no launcher: use a JDK that has bin/java");
    }
  };

  /** What a process reads its standard input from. */
  static final File NOTHING = new File("/dev/null");

  private static final String TRUE = "true";
  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

  private final String label;
  private final Guarantee guarantee;

  @SuppressWarnings("ImmutableEnumChecker") // a lambda without state
  private final Supplier<Unit> factory;

  UnitKind(String label, Guarantee guarantee, Supplier<Unit> factory) {
    this.label = label;
    this.guarantee = guarantee;
    this.factory = factory;
  }

  /** What a small program needs: one collector thread, one compiler, the classes of the archive. */
  private static List<String> jvm() {
    return List.of(
        JAVA.toString(),
        "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1",
        "-XX:-UsePerfData",
        "-Xshare:auto",
        "-cp",
        System.getProperty("java.class.path"),
        Nothing.class.getName());
  }

  private static boolean onPath(String program) {
    for (String directory :
        System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      if (Files.isExecutable(Path.of(directory, program))) {
        return true;
      }
    }
    return false;
  }

  /**
   * A new starter of this kind, to be closed.
   *
   * @throws IllegalStateException if the kind is {@link #unavailable}
   */
  public Unit create() {
    unavailable()
        .ifPresent(
            why -> {
              throw new IllegalStateException(this + ": " + why);
            });
    return factory.get();
  }

  /** Whether the work runs in this process; if not, a unit does nothing but start and end. */
  public boolean sharesMemory() {
    return this != PROCESS && this != JVM;
  }

  @Override
  public String family() {
    return "unit";
  }

  @Override
  public UnitKind baseline() {
    return CALL;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public Guarantee guarantee() {
    return guarantee;
  }
}
