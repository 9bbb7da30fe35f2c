/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;

/**
 * The methods that each thread calls, and possibly one that is called before the threads start and
 * one that is called when all have ended.
 *
 * @param type the class of the methods
 * @param before called by the first thread before all others; null if there is nothing to do
 * @param threads for each thread the names of its methods, in their order, separated by spaces
 * @param after called by the first thread at the end; null if there is nothing to do
 */
record Scenario(Class<?> type, String before, List<String> threads, String after) {

  /**
   * Returns the same as an object of Lincheck.
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
