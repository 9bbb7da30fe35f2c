/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pipeline;

import dev.lockstep.core.Construct.Guarantee;
import dev.lockstep.core.OtherThread;
import dev.lockstep.core.queue.Channel;
import dev.lockstep.core.queue.QueueKind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadFactory;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The queues that pipelines are tested over, and their threads. */
final class Queues {

  private Queues() {}

  /** Run with every kind of queue that loses nothing, at every capacity that makes a difference. */
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @ParameterizedTest
  @MethodSource("dev.lockstep.core.pipeline.Queues#all")
  @interface All {}

  /** The same, only where a producer may have to wait for room. */
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @ParameterizedTest
  @MethodSource("dev.lockstep.core.pipeline.Queues#bounded")
  @interface Bounded {}

  static Stream<Arguments> all() {
    return Stream.of(QueueKind.values())
        .filter(kind -> kind.guarantee() == Guarantee.EXACT)
        .flatMap(
            kind ->
                Stream.of(0, 1, 16, Channel.UNBOUNDED)
                    .filter(kind.bounds()::allow)
                    .map(capacity -> Arguments.of(kind, capacity)));
  }

  static Stream<Arguments> bounded() {
    return all().filter(arguments -> !arguments.get()[1].equals(Channel.UNBOUNDED));
  }

  static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  /** Makes threads and knows them. */
  static final class Threads implements ThreadFactory {

    private final List<Thread> made = new CopyOnWriteArrayList<>();
    private final Thread.Builder builder;

    Threads(boolean virtual) {
      builder =
          virtual
              ? Thread.ofVirtual().name("virtual-", 1)
              : Thread.ofPlatform().daemon().name("platform-", 1);
    }

    @Override
    public Thread newThread(Runnable body) {
      Thread thread = builder.unstarted(body);
      made.add(thread);
      return thread;
    }

    List<Thread> made() {
      return made;
    }

    void awaitEnd() {
      OtherThread.until("all threads have ended", () -> made.stream().noneMatch(Thread::isAlive));
    }
  }
}
