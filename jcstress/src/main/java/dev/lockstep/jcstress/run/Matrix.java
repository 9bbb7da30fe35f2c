/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import dev.lockstep.jcstress.proof.ProofTest;
import dev.lockstep.run.RefusedException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  private static final String SEED = "-XX:StressSeed=";

  private final ProofPlan plan;
  private final List<String> jvmArguments;
  private final List<VMSupport.Config> unified;
  private final List<VMSupport.Config> split;
  private final Topology topology;
  private final Verbosity verbosity;
  private final int cpus;

  /** Parsing them anew for every test would count the CPUs anew, which takes a second. */
  private final Map<List<String>, Options> options = new HashMap<>();

  private Matrix(
      ProofPlan plan,
      List<String> jvmArguments,
      List<VMSupport.Config> unified,
      List<VMSupport.Config> split,
      Topology topology,
      Verbosity verbosity,
      int cpus) {
    this.plan = plan;
    this.jvmArguments = jvmArguments;
    this.unified = unified;
    this.split = split;
    this.topology = topology;
    this.verbosity = verbosity;
    this.cpus = cpus;
  }

  /**
   * Asks the machine and the JVM; some seconds.
   *
   * @param any one of the tests, for what is common to all of them
   * @param jvmArguments what every forked JVM gets
   * @param log takes what jcstress prints meanwhile
   */
  static Matrix probe(ProofPlan plan, ProofTest any, List<String> jvmArguments, Path log)
      throws IOException {
    PrintStream console = System.out;
    try (PrintStream file = new PrintStream(log.toFile(), StandardCharsets.UTF_8)) {
      System.setOut(file);
      Options options = parse(arguments(plan, any, jvmArguments));
      OSSupport.init();
      VMSupport.initFlags(options);
      List<VMSupport.Config> unified = detect(options, false);
      List<VMSupport.Config> split =
          plan.split() == ProofPlan.Split.NONE ? List.of() : detect(options, true);
      int cpus = Math.min(Runtime.getRuntime().availableProcessors(), options.getCPUCount());
      return new Matrix(
          plan, jvmArguments, unified, split, Topology.get(), options.verbosity(), cpus);
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

  /** The JVM configurations that work here. jcstress adds those it finds to what it has found. */
  private static List<VMSupport.Config> detect(Options options, boolean split) {
    int before = VMSupport.getAvailableVMConfigs().size();
    VMSupport.detectAvailableVMConfigs(split, options.getJvmArgs(), options.getJvmArgsPrepend());
    List<VMSupport.Config> all = List.copyOf(VMSupport.getAvailableVMConfigs());
    return all.subList(before, all.size());
  }

  private static Options parse(List<String> arguments) throws Exception {
    Options options = new Options(arguments.toArray(String[]::new));
    if (!options.parse()) {
      throw new IllegalStateException("jcstress refuses " + arguments);
    }
    return options;
  }

  private static List<String> arguments(ProofPlan plan, ProofTest test, List<String> jvmArguments) {
    List<String> arguments = new ArrayList<>(plan.arguments(test));
    arguments.addAll(List.of("-jvmArgsPrepend", String.join(" ", jvmArguments)));
    return arguments;
  }

  private Options options(ProofTest test) {
    List<String> arguments = arguments(plan, test, jvmArguments);
    arguments.addAll(List.of("-c", String.valueOf(cpus)));
    return options.computeIfAbsent(
        arguments,
        all -> {
          try {
            return parse(all);
          } catch (Exception e) {
            throw new IllegalStateException(e);
          }
        });
  }

  int cpus() {
    return cpus;
  }

  Verbosity verbosity() {
    return verbosity;
  }

  /** A scheduler that places actors as if they had the machine for themselves. */
  Scheduler scheduler() {
    return new Scheduler(topology, cpus);
  }

  /** Everything one test runs under: empty if this machine has not the CPUs for its actors. */
  List<TestConfig> configurations(ProofTest test) {
    TestInfo info = TestList.getInfo(test.test());
    Options options = options(test);
    List<TestConfig> all = new ArrayList<>();
    List<SchedulingClass> places =
        info.threads() > cpus
            ? List.of()
            : scheduler().scheduleClasses(info.threads(), cpus, options.affinityMode());
    for (SchedulingClass place : places) {
      if (plan.splits(test) && VMSupport.compilerDirectivesAvailable()) {
        split(test, info, options, place, all);
      } else {
        unified(test, info, options, place, all);
      }
      optional(test, info, options, place, all);
    }
    return all;
  }

  /** All actors compiled alike. */
  private void unified(
      ProofTest test, TestInfo info, Options options, SchedulingClass place, List<TestConfig> all) {
    for (VMSupport.Config jvm : unified) {
      TestConfig first = new TestConfig(options, info, 0, jvm.args(), CompileMode.UNIFIED, place);
      if (plan.choices(test).contains(Configuration.choice(first))) {
        for (int fork = 0; fork < forks(options, jvm); fork++) {
          all.add(new TestConfig(options, info, fork, jvm.args(), CompileMode.UNIFIED, place));
        }
      }
    }
  }

  /** Every actor by every compiler. */
  private void split(
      ProofTest test, TestInfo info, Options options, SchedulingClass place, List<TestConfig> all) {
    int actors = test.actors();
    for (VMSupport.Config jvm : split) {
      for (int mode :
          CompileMode.casesFor(actors, VMSupport.c1Available(), VMSupport.c2Available())) {
        if (!jvm.onlyIfC2() || CompileMode.hasC2(mode, actors)) {
          for (int fork = 0; fork < forks(options, jvm); fork++) {
            all.add(new TestConfig(options, info, fork, jvm.args(), mode, place));
          }
        }
      }
    }
  }

  /** C2, once with each of the options that a user may have chosen. */
  private void optional(
      ProofTest test, TestInfo info, Options options, SchedulingClass place, List<TestConfig> all) {
    for (VMSupport.Config jvm : unified) {
      TestConfig plain = new TestConfig(options, info, 0, jvm.args(), CompileMode.UNIFIED, place);
      if (Configuration.choice(plain) == ProofPlan.Choice.C2) {
        for (UserOption option : plan.options(test)) {
          List<String> arguments = new ArrayList<>(jvm.args());
          arguments.add(option.flag());
          all.add(new TestConfig(options, info, 0, arguments, CompileMode.UNIFIED, place));
        }
      }
    }
  }

  private static int forks(Options options, VMSupport.Config jvm) {
    return options.getForks() * (jvm.stress() ? options.getForksStressMultiplier() : 1);
  }

  /** The same configuration once more, as another fork; what is random is drawn anew. */
  TestConfig again(ProofTest test, TestConfig configuration, int fork) {
    return new TestConfig(
        options(test),
        TestList.getInfo(test.test()),
        fork,
        configuration.jvmArgs.stream().map(each -> reseeded(each, fork)).toList(),
        configuration.compileMode,
        configuration.shClass);
  }

  private static String reseeded(String argument, int fork) {
    if (!argument.startsWith(SEED)) {
      return argument;
    }
    int seed = Integer.parseInt(argument.substring(SEED.length()));
    return SEED + ((31 * seed + fork) & Integer.MAX_VALUE);
  }
}
