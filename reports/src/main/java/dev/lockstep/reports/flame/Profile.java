/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.flame;

import dev.lockstep.reports.run.Stacks;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a profiler saw of one program.
 *
 * @param total of all samples
 */
record Profile(List<Stack> stacks, long total) {
  /** More callers than this are not drawn: what lies deeper counts for the frame there. */
  private static final int DEEPEST = 400;

  /** More samples than any profile has; sums of so many stay exact. */
  private static final long MOST = 1L << 40;

  /** What JMH's generated methods are called that hold the measured loop. */
  private static final String MEASURED = "_jmhStub";

  /**
   * One stack and how often it was seen.
   *
   * @param frames the outermost first
   */
  record Stack(List<String> frames, long samples) {}

  /** A profile that cannot be used, and why as half a sentence. */
  static final class Unusable extends Exception {
    private static final long serialVersionUID = 1L;

    Unusable(String why) {
      super(why);
    }
  }

  /** Returns a profile with names that do not depend on the JVM. */
  static Profile of(Stacks read) throws Unusable {
    if (read.fault() != null) {
      throw new Unusable(read.fault());
    }
    FrameNames names = new FrameNames();
    List<Stack> stacks = new ArrayList<>();
    long total = 0;
    for (Stacks.Stack each : read.stacks()) {
      total += each.samples();
      if (total > MOST) {
        throw new Unusable("it counts more samples than a profile can have");
      }
      if (each.samples() > 0) {
        stacks.add(new Stack(frames(each.frames(), names), each.samples()));
      }
    }
    if (total == 0) {
      throw new Unusable("it holds no samples");
    }
    return new Profile(stacks, total);
  }

  /** The compiler is one frame: what it is busy with says nothing of the program. */
  private static List<String> frames(String line, FrameNames names) {
    List<String> frames = new ArrayList<>();
    for (int start = 0; start <= line.length() && frames.size() < DEEPEST; ) {
      int end = line.indexOf(';', start);
      end = end < 0 ? line.length() : end;
      String name = names.of(line.substring(start, end));
      frames.add(name);
      if (name.equals(FrameNames.COMPILER)) {
        break;
      }
      start = end + 1;
    }
    return frames;
  }

  /** Returns how many samples met the threads that run the benchmark in their measured loop. */
  long measured() {
    return count(frame -> frame.endsWith(MEASURED));
  }

  /** Returns whether what worker processes did is in it, too. */
  boolean holdsWorkers() {
    return count(FrameNames.WORKER::equals) > 0;
  }

  private long count(Predicate<String> is) {
    long samples = 0;
    for (Stack stack : stacks) {
      samples += stack.frames().stream().anyMatch(is) ? stack.samples() : 0;
    }
    return samples;
  }
}
