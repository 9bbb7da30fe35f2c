/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.reports.report.Executors.Shares;
import dev.lockstep.reports.run.Stacks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stack counts for its innermost frame that tells anything. */
class FlameSharesTest {
  @ParameterizedTest
  @CsvSource({
    "kernel,"
        + " java/lang/Thread.run;java/util/concurrent/FutureTask.run;dev/lockstep/core/kernel/Kernels.gcd",
    "kernel, dev/lockstep/core/kernel/Kernels.factorize;java/util/ArrayList.add",
    "jvm, dev/lockstep/core/kernel/Kernels.factorize;OptoRuntime::new_array_C",
    "system, dev/lockstep/core/kernel/Kernels.gcd;asm_sysvec_apic_timer_interrupt;irq_exit_rcu",
    "executor, java/util/concurrent/ThreadPoolExecutor.getTask;Unsafe_Park;Parker::park",
    "system,"
        + " java/util/concurrent/locks/LockSupport.park;Unsafe_Park;entry_SYSCALL_64_after_hwframe;do_syscall_64",
    "executor,"
        + " dev/lockstep/core/kernel/KernelCall.apply;java/util/concurrent/locks/ReentrantLock.lock",
    "jvm, clone3;start_thread;Thread::call_run;CompileBroker::compiler_thread_loop;C2Compiler::compile_method",
    "jvm, G1CollectedHeap::do_collection_pause",
    "harness, java/util/concurrent/FutureTask.run;org/openjdk/jmh/runner/BenchmarkHandler.call",
    "system, java/lang/Thread.run;__x64_sys_futex_[k]",
  })
  void tellsWhoseTimeItWas(String whose, String frames) {
    Shares shares = FlameShares.of(stacks(frames, 7));
    double[] parts = {
      shares.kernel(), shares.executor(), shares.jvm(), shares.system(), shares.harness()
    };
    List<String> names = List.of("kernel", "executor", "jvm", "system", "harness");
    assertThat(shares.samples()).isEqualTo(7);
    for (int i = 0; i < parts.length; i++) {
      assertThat(parts[i]).as(names.get(i)).isEqualTo(names.get(i).equals(whose) ? 1 : 0);
    }
  }

  @Test
  void sharesAddUpToOne() {
    List<Stacks.Stack> all = new ArrayList<>();
    all.addAll(stacks("dev/lockstep/core/kernel/Kernels.gcd", 90).stacks());
    all.addAll(stacks("java/util/concurrent/ForkJoinPool.awaitWork", 6).stacks());
    all.addAll(stacks("CompileBroker::compiler_thread_loop", 4).stacks());
    assertThat(FlameShares.of(new Stacks(all, null)))
        .isEqualTo(new Shares(100, 0.9, 0.06, 0.04, 0, 0));
  }

  @Test
  void nothingSampledIsNoShare() {
    assertThat(FlameShares.of(new Stacks(List.of(), null))).isNull();
    assertThat(FlameShares.of(stacks("a;b", 0))).isNull();
  }

  private static Stacks stacks(String frames, long samples) {
    return new Stacks(List.of(new Stacks.Stack(frames, samples)), null);
  }
}
