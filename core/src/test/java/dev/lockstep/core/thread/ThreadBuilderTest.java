/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.thread;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/**
 * Threads are made, started and joined. What {@code threading.Thread} takes as parameters the
 * builder takes: {@code name} and {@code daemon} by these names, {@code group} as a thread group,
 * which is good for nothing any more, {@code target}, {@code args} and {@code kwargs} as a lambda
 * with what it captures. A child process takes its arguments as a command line; see {@code
 * ProcessBuilder}.
 *
 * <p>A loop over names is {@code for (String name : names)}; {@code for name in range(names)}, as
 * the notes have it, is a TypeError, since {@code range} wants a number.
 */
class ThreadBuilderTest {

  @Test
  void theWorkIsDoneByAnotherThreadAndIsThereAfterTheJoin() throws Exception {
    List<String> said = new CopyOnWriteArrayList<>();
    AtomicReference<Thread> worker = new AtomicReference<>();
    String text = "text";
    Thread thread =
        Thread.ofPlatform()
            .start(
                () -> {
                  worker.set(Thread.currentThread());
                  said.add("doing some work in thread");
                  said.add("echo: " + text);
                });
    thread.join();
    assertThat(said).containsExactly("doing some work in thread", "echo: text");
    assertThat(worker.get()).isSameAs(thread).isNotSameAs(Thread.currentThread());
    assertThat(thread.threadId()).isNotEqualTo(Thread.currentThread().threadId());
  }

  @Test
  @SuppressWarnings("DoNotCall") // the mistake on show
  void runInPlaceOfStartDoesTheWorkInTheCaller() {
    AtomicReference<Thread> worker = new AtomicReference<>();
    Thread thread = Thread.ofPlatform().unstarted(() -> worker.set(Thread.currentThread()));
    thread.run();
    assertThat(worker.get()).isSameAs(Thread.currentThread());
    assertThat(thread.getState()).isEqualTo(Thread.State.NEW);
  }

  @Test
  void everyParameterOfThePythonConstructorHasItsPlace() throws Exception {
    ThreadGroup group = new ThreadGroup("a group");
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    IllegalStateException failure = new IllegalStateException("of the work");
    Thread thread =
        Thread.ofPlatform()
            .group(group)
            .name("a name")
            .daemon()
            .stackSize(256 * 1024)
            .uncaughtExceptionHandler((_, e) -> thrown.set(e))
            .unstarted(
                () -> {
                  throw failure;
                });
    assertThat(thread.getThreadGroup()).isSameAs(group);
    assertThat(thread.getName()).isEqualTo("a name");
    assertThat(thread.isDaemon()).isTrue();
    thread.start();
    thread.join();
    assertThat(thrown).hasValue(failure);
  }

  @Test
  void aBuilderNumbersItsThreads() {
    Thread.Builder builder = Thread.ofPlatform().name("worker-", 1);
    assertThat(
            List.of(builder.unstarted(() -> {}).getName(), builder.unstarted(() -> {}).getName()))
        .containsExactly("worker-1", "worker-2");
  }

  @Test
  void whatIsInheritedCanBeLeftOut() throws Exception {
    InheritableThreadLocal<String> local = new InheritableThreadLocal<>();
    local.set("of the starter");
    AtomicReference<String> inherited = new AtomicReference<>();
    Thread.ofPlatform().start(() -> inherited.set(local.get())).join();
    assertThat(inherited).hasValue("of the starter");
    Thread.ofPlatform()
        .inheritInheritableThreadLocals(false)
        .start(() -> inherited.set(local.get()))
        .join();
    assertThat(inherited).hasValue(null);
    local.remove();
  }

  @Test
  void aVirtualThreadIsADaemonOfNoChoice() {
    Thread thread = Thread.ofVirtual().name("virtual").unstarted(() -> {});
    assertThat(thread.isVirtual()).isTrue();
    assertThat(thread.isDaemon()).isTrue();
    assertThatIllegalArgumentException().isThrownBy(() -> thread.setDaemon(false));
  }
}
