/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.Result;
import org.openjdk.jcstress.infra.runners.TestList;

/**
 * Stress tests with more actors than most machines have CPUs run on few of them, so here they are
 * run by hand: plain threads, some hundred times. What is seen must be in the table, and every
 * actor must end; whether a race shows is no business of a unit test.
 */
@Tag("gate")
class LargerTestsTest {

  private static final int TIMES = 300;

  static List<ProofTest> larger() {
    return Proofs.all().stream().filter(test -> test.actors() > 2).toList();
  }

  @Test
  void thereAreSome() {
    assertThat(larger()).hasSizeGreaterThanOrEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("larger")
  void showsNothingBesideItsTable(ProofTest test) throws Exception {
    Class<?> type = Proofs.testClass(TestList.getInfo(test.test()));
    OutcomeTable table = OutcomeTable.of(type);
    List<Method> actors = methods(type, Actor.class);
    assertThat(actors).hasSize(test.actors());
    try (ExecutorService threads =
        Executors.newFixedThreadPool(
            test.actors(), Thread.ofPlatform().daemon().name("actor-", 1).factory())) {
      for (int i = 0; i < TIMES; i++) {
        Expect expect = table.grading(sample(type, actors, threads));
        assertThat(expect).isIn(Expect.ACCEPTABLE, Expect.ACCEPTABLE_INTERESTING);
      }
    }
  }

  private static String sample(Class<?> type, List<Method> actors, ExecutorService threads)
      throws Exception {
    Object state = type.getConstructor().newInstance();
    Object result = result(type);
    CyclicBarrier start = new CyclicBarrier(actors.size());
    List<Future<?>> running = new ArrayList<>();
    for (Method actor : actors) {
      running.add(
          threads.submit(
              () -> {
                start.await();
                return invoke(actor, state, result);
              }));
    }
    for (Future<?> each : running) {
      each.get(30, TimeUnit.SECONDS);
    }
    for (Method arbiter : methods(type, Arbiter.class)) {
      invoke(arbiter, state, result);
    }
    return result.toString();
  }

  private static Object invoke(Method method, Object state, Object result) throws Exception {
    return method.getParameterCount() == 0 ? method.invoke(state) : method.invoke(state, result);
  }

  private static List<Method> methods(
      Class<?> type, Class<? extends java.lang.annotation.Annotation> annotation) {
    return Arrays.stream(type.getMethods())
        .filter(method -> method.isAnnotationPresent(annotation))
        .toList();
  }

  private static Object result(Class<?> type) throws Exception {
    for (Method method : type.getMethods()) {
      for (Class<?> parameter : method.getParameterTypes()) {
        if (parameter.isAnnotationPresent(Result.class)) {
          return parameter.getConstructor().newInstance();
        }
      }
    }
    throw new IllegalArgumentException(type + " has no result");
  }
}
