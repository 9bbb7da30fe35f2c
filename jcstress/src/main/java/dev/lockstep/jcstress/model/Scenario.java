/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;

/**
 * Who does what: the methods of the class that each thread calls, and possibly one before they
 * start and one when all have ended.
 *
 * @param threads the methods that run at the same time, those of one thread one after the other and
 *     apart by spaces; the first thread runs the other two as well
 * @param before null if there is nothing to do
 * @param after likewise
 */
record Scenario(Class<?> type, String before, List<String> threads, String after) {

  /**
   * The same in the words of the checker.
   *
   * @throws IllegalStateException if the class has no such method
   */
  ExecutionScenario toExecution() {
    return new ExecutionScenario(
        optional(before), threads.stream().map(this::calls).toList(), optional(after), null);
  }

  private List<Actor> calls(String names) {
    return Arrays.stream(names.split(" ")).map(this::actor).toList();
  }

  private List<Actor> optional(String name) {
    return name == null ? List.of() : List.of(actor(name));
  }

  private Actor actor(String name) {
    try {
      Method method = type.getMethod(name);
      return new Actor(method, List.of());
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a scenario names no such method: " + e.getMessage(), e);
    }
  }
}
