/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.executor;

import dev.lockstep.core.executor.Mapper;
import java.util.List;

/** What one caller hands to its two tasks and gets back from them, through plain fields. */
final class Parcel {

  private static final List<Integer> TASKS = List.of(0, 1);

  private int sent;
  private int left;
  private int right;

  /** 1 if both tasks saw what was sent and both copies arrived, else 0. */
  int through(Mapper mapper) {
    sent = 1;
    List<Integer> _ = mapper.map(this::copy, TASKS);
    return left & right;
  }

  private int copy(int task) {
    if (task == 0) {
      left = sent;
    } else {
      right = sent;
    }
    return task;
  }
}
