/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.flame;

import dev.lockstep.reports.run.Stacks;
import java.util.List;

/** What threads do that is not the program; told by frames of the JVM and of the library. */
enum Activity {
  /** Threads of the garbage collector, and collections by the thread of the virtual machine. */
  COLLECTOR("WorkerThread::run", "GangWorker::", "ConcurrentGCThread::", "VM_G1", "VM_GC"),

  /** Threads that are parked, wait or sleep. */
  WAITING(
      "PlatformEvent::park",
      "jdk/internal/misc/Unsafe.park",
      "java/lang/Object.wait",
      "java/lang/Thread.sleep",
      "java/lang/VirtualThread.park");

  @SuppressWarnings("ImmutableEnumChecker") // a list that cannot be changed
  private final List<String> frames;

  Activity(String... frames) {
    this.frames = List.of(frames);
  }

  /** Returns how much of the samples it is, from 0 to 1; 0 without samples. */
  double shareOf(Stacks stacks) {
    double all = 0;
    double mine = 0;
    for (Stacks.Stack stack : stacks.stacks()) {
      all += stack.samples();
      mine += isIn(stack.frames()) ? stack.samples() : 0;
    }
    return all == 0 ? 0 : mine / all;
  }

  private boolean isIn(String stack) {
    for (String frame : frames) {
      if (stack.startsWith(frame) || stack.contains(";" + frame)) {
        return true;
      }
    }
    return false;
  }
}
