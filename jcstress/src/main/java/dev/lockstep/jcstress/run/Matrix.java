/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import dev.lockstep.core.run.RefusedException;
import dev.lockstep.jcstress.proof.ProofTest;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jcstress.Options;
import org.openjdk.jcstress.Verbosity;
import org.openjdk.jcstress.infra.TestInfo;
import org.openjdk.jcstress.infra.runners.TestConfig;
import org.openjdk.jcstress.infra.runners.TestList;
import org.openjdk.jcstress.os.OSSupport;
import org.openjdk.jcstress.os.Scheduler;
import org.openjdk.jcstress.os.SchedulingClass;
import org.openjdk.jcstress.os.topology.Topology;
import org.openjdk.jcstress.vm.CompileMode;
import org.openjdk.jcstress.vm.VMSupport;

/**
 * jcstress's own matrix of what a test runs under on this machine: JVM options, compilers,
 * placement of the actors on CPUs. jcstress builds the same inside its run; here it is built first,
 * so that a test which cannot be placed is known before and not dropped in silence.
 */
final class Matrix {

  private final Options updates;
  private final Options handOffs;
  private final Scheduler scheduler;
  private final int cpus;

  private Matrix(Options updates, Options handOffs, Scheduler scheduler, int cpus) {
    this.updates = updates;
    this.handOffs = handOffs;
    this.scheduler = scheduler;
    this.cpus = cpus;
  }

  /**
   * Asks the machine and the JVM; some seconds.
   *
   * @param log takes what jcstress prints meanwhile
   */
  static Matrix probe(ProofPlan plan, Path log) throws IOException {
    PrintStream console = System.out;
    try (PrintStream file = new PrintStream(log.toFile(), StandardCharsets.UTF_8)) {
      System.setOut(file);
      Options options = options(plan.options(false));
      OSSupport.init();
      VMSupport.initFlags(options);
      VMSupport.detectAvailableVMConfigs(
          options.isSplitCompilation(), options.getJvmArgs(), options.getJvmArgsPrepend());
      int cpus = Math.min(Runtime.getRuntime().availableProcessors(), options.getCPUCount());
      Scheduler scheduler = new Scheduler(Topology.get(), cpus);
      return new Matrix(options, options(plan.options(true)), scheduler, cpus);
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new RefusedException(
          "jcstress cannot set itself up here (%s); %s holds what it tried."
              .formatted(e.getMessage(), log),
          e);
    } finally {
      System.setOut(console);
    }
  }

  private static Options options(List<String> arguments) throws Exception {
    Options options = new Options(arguments.toArray(String[]::new));
    if (!options.parse()) {
      throw new IllegalStateException("jcstress refuses " + arguments);
    }
    return options;
  }

  int cpus() {
    return cpus;
  }

  Verbosity verbosity() {
    return updates.verbosity();
  }

  /** The scheduler that places the actors; jcstress's executor asks it for CPUs. */
  Scheduler scheduler() {
    return scheduler;
  }

  /** Everything one test runs under: empty if this machine has not the CPUs for its actors. */
  List<TestConfig> configurations(ProofTest test, ProofPlan plan) {
    TestInfo info = TestList.getInfo(test.test());
    Options options = ProofPlan.isHandOff(test.test()) ? handOffs : updates;
    List<TestConfig> all = new ArrayList<>();
    List<SchedulingClass> places =
        info.threads() > cpus
            ? List.of()
            : scheduler.scheduleClasses(info.threads(), cpus, options.affinityMode());
    for (SchedulingClass place : places) {
      for (VMSupport.Config jvm : VMSupport.getAvailableVMConfigs()) {
        int forks = options.getForks() * (jvm.stress() ? options.getForksStressMultiplier() : 1);
        for (int compilers : compilers(options, info, jvm)) {
          for (int fork = 0; fork < forks; fork++) {
            all.add(new TestConfig(options, info, fork, jvm.args(), compilers, place));
          }
        }
      }
    }
    return plan.onlyC2() ? all.stream().filter(Configuration::isC2).toList() : all;
  }

  /** The same configuration once more, as another fork. */
  TestConfig again(TestConfig configuration, int fork) {
    return new TestConfig(
        ProofPlan.isHandOff(configuration.name) ? handOffs : updates,
        TestList.getInfo(configuration.name),
        fork,
        configuration.jvmArgs,
        configuration.compileMode,
        configuration.shClass);
  }

  private static List<Integer> compilers(Options options, TestInfo info, VMSupport.Config jvm) {
    if (!options.isSplitCompilation() || !VMSupport.compilerDirectivesAvailable()) {
      return List.of(CompileMode.UNIFIED);
    }
    List<Integer> modes = new ArrayList<>();
    for (int mode :
        CompileMode.casesFor(info.threads(), VMSupport.c1Available(), VMSupport.c2Available())) {
      if (!jvm.onlyIfC2() || CompileMode.hasC2(mode, info.threads())) {
        modes.add(mode);
      }
    }
    return modes;
  }
}
