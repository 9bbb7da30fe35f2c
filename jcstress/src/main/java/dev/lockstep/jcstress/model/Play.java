/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One play of a scenario in threads of its own. Fray decides which of them goes on; without it they
 * run as they like. What is noted here is plain: between two threads that take turns the scheduler
 * hands it over.
 */
final class Play {

  private static final String FRAY = "org.pastalab.fray";

  private final Question question;
  private final Cast cast;
  private final List<List<Call>> calls = new ArrayList<>();
  private final int[] ended;
  private final String[] running;
  private final String[] thrown;

  /**
   * What a scenario calls, looked up once for all plays.
   *
   * @param methods by their names
   */
  record Cast(Constructor<?> target, Map<String, Method> methods) {

    static Cast of(Scenario scenario) {
      Map<String, Method> methods = new HashMap<>();
      for (Method method : scenario.type().getMethods()) {
        methods.put(method.getName(), method);
      }
      try {
        return new Cast(scenario.type().getConstructor(), methods);
      } catch (NoSuchMethodException e) {
        throw new IllegalStateException(scenario.type().getName() + " cannot be made", e);
      }
    }

    Object make() {
      try {
        return target.newInstance();
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(target + " makes nothing", e);
      }
    }
  }

  Play(Question question, Cast cast) {
    this.question = question;
    this.cast = cast;
    int threads = question.scenario().threads().size();
    ended = new int[threads];
    running = new String[threads];
    thrown = new String[threads];
  }

  /**
   * Plays it to its end.
   *
   * @throws WrongAnswerError if the answer is wrong
   */
  void run() {
    Scenario scenario = question.scenario();
    Object target = cast.make();
    if (scenario.before() != null) {
      Object _ = call(target, scenario.before());
    }
    List<Thread> threads = new ArrayList<>();
    for (String names : scenario.threads()) {
      int index = threads.size();
      calls.add(new ArrayList<>());
      threads.add(
          Thread.ofPlatform()
              .daemon()
              .name("thread " + (index + 1))
              .unstarted(() -> part(target, index, names)));
    }
    if (target instanceof KnowsThreads knowing) {
      knowing.threads(threads);
    }
    threads.forEach(Thread::start);
    threads.forEach(Play::join);
    Object after = scenario.after() == null ? null : call(target, scenario.after());
    String wrong = judge(after);
    if (wrong != null) {
      throw new WrongAnswerError(wrong);
    }
  }

  /** Which calls have begun and not ended, as a clause; for a play in which nobody can go on. */
  String hung() {
    String hung =
        Arrays.stream(running)
            .filter(name -> name != null)
            .map(name -> name + "()")
            .collect(Collectors.joining(" and "));
    return (hung.isEmpty() ? "a thread" : hung) + " waited for ever";
  }

  private void part(Object target, int thread, String names) {
    try {
      for (String name : List.of(names.split(" "))) {
        List<Integer> before = Arrays.stream(ended).boxed().toList();
        running[thread] = name;
        Object result = call(target, name);
        running[thread] = null;
        calls.get(thread).add(new Call(thread, name, result, before));
        ended[thread]++;
      }
    } catch (ThrownError e) {
      running[thread] = null;
      thrown[thread] = "thread %d threw %s".formatted(thread + 1, e.getCause());
    }
  }

  private String judge(Object after) {
    for (String exception : thrown) {
      if (exception != null) {
        return exception;
      }
    }
    return question
        .wrong()
        .apply(
            new Answer(calls.stream().map(made -> made.getLast().result()).toList(), after, calls));
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts the thread that waits for the others", e);
    }
  }

  /** What a call threw, but for what ends a thread whose play is over. */
  private static final class ThrownError extends Error {

    private static final long serialVersionUID = 1L;

    ThrownError(Throwable cause) {
      super(cause);
    }
  }

  private Object call(Object target, String name) {
    try {
      return cast.methods.get(name).invoke(target);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException end
          && end.getClass().getName().startsWith(FRAY)) {
        throw end;
      }
      throw new ThrownError(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(name + "() cannot be called", e);
    }
  }
}
