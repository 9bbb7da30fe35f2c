/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Decides whether a queue answered as if all calls had been made one after the other, in an order
 * in which every call comes after those that had returned when it began (linearizability). It tries
 * all such orders, so scenarios are small.
 */
final class QueueHistory {

  private final List<List<Call>> threads;
  private final List<?> rest;
  private final int capacity;

  private QueueHistory(Answer answer, int capacity) {
    threads = answer.calls();
    rest = (List<?>) answer.after();
    this.capacity = capacity;
  }

  /**
   * Returns what is wrong with an answer to {@link QueueCalls} and a queue of this capacity, or
   * null.
   */
  static String wrong(Answer answer, int capacity) {
    return wrong(answer, capacity, List.of());
  }

  /** The same for a queue that held these items before. */
  static String wrong(Answer answer, int capacity, List<Integer> before) {
    QueueHistory history = new QueueHistory(answer, capacity);
    if (history.explains(new int[history.threads.size()], before)) {
      return null;
    }
    String calls =
        history.threads.stream()
            .map(thread -> thread.stream().map(Call::toString).collect(Collectors.joining(", ")))
            .collect(Collectors.joining(" beside "));
    return "no order of the calls explains %s, with %s left".formatted(calls, history.rest);
  }

  /** Whether the calls that are left can follow on a queue that holds these items. */
  private boolean explains(int[] done, List<Integer> items) {
    boolean ended = true;
    for (int thread = 0; thread < done.length; thread++) {
      if (done[thread] == threads.get(thread).size()) {
        continue;
      }
      ended = false;
      Call call = threads.get(thread).get(done[thread]);
      List<Integer> next = mayBeNext(call, done) ? after(call, items) : null;
      if (next != null) {
        int[] more = done.clone();
        more[thread]++;
        if (explains(more, next)) {
          return true;
        }
      }
    }
    return ended && items.equals(rest);
  }

  private static boolean mayBeNext(Call call, int[] done) {
    for (int thread = 0; thread < done.length; thread++) {
      if (done[thread] < call.ended().get(thread)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the items after this call; null if it could not have returned this result now. */
  private List<Integer> after(Call call, List<Integer> items) {
    ArrayDeque<Integer> queue = new ArrayDeque<>(items);
    boolean full = queue.size() == capacity;
    String verb = call.name().replaceAll("[0-9]", "");
    boolean possible =
        switch (verb) {
          case "offer" -> call.result().equals(!full);
          case "put" -> !full;
          case "poll" -> queue.isEmpty() == (call.result() == null);
          case "take" -> !queue.isEmpty() && call.result() != null;
          case "wakeInVain" -> true;
          default -> throw new IllegalArgumentException("no call of a queue: " + call);
        };
    if (!possible) {
      return null;
    }
    if (verb.equals("put") || verb.equals("offer")) {
      if (!full) {
        queue.addLast(Integer.valueOf(call.name().substring(verb.length())));
      }
    } else if (call.result() != null && !queue.removeFirst().equals(call.result())) {
      return null;
    }
    return new ArrayList<>(queue);
  }
}
