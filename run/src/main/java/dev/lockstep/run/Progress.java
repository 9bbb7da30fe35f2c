/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.run;

import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;

/**
 * Tells how far a run is: on a terminal one live line, elsewhere (CI) a line per finished step.
 *
 * <p>The time left is the planned time at first and what the steps really took later.
 */
public final class Progress {

  private static final int LINE = 118;

  private final PrintStream out;
  private final boolean live;
  private int total;
  private final Duration planned;
  private final long start = System.nanoTime();
  private int done;
  private int doneBefore;

  Progress(PrintStream out, boolean live, int total, Duration planned) {
    this.out = out;
    this.live = live;
    this.total = total;
    this.planned = planned;
  }

  /**
   * Progress of a run on the console.
   *
   * @param total number of steps
   * @param planned how long all of them should take
   */
  @SuppressWarnings("SystemConsoleNull") // null again on JDK 25 where there is no terminal
  public static Progress on(PrintStream out, int total, Duration planned) {
    Console console = System.console();
    return new Progress(out, console != null && console.isTerminal(), total, planned);
  }

  /** Counts steps that an earlier start of this run has done already. */
  public synchronized void alreadyDone(int steps) {
    doneBefore += steps;
    done += steps;
  }

  /** Counts steps that were not planned. */
  public synchronized void more(int steps) {
    total += steps;
  }

  /** Says what runs now. */
  public synchronized void running(String what) {
    if (live) {
      show("%d of %d · %s left · %s".formatted(done + 1, total, left(), what));
    }
  }

  /** Counts one step as done. */
  public synchronized void done(String what) {
    done++;
    String line = "%d of %d · %s left · %s".formatted(done, total, left(), what);
    if (live) {
      show(line);
      if (done == total) {
        out.println();
      }
    } else {
      out.println(line);
    }
  }

  /** Prints something that must stay on the screen. */
  public synchronized void note(String sentence) {
    if (live) {
      show("");
      out.print('\r');
    }
    out.println(sentence);
  }

  private void show(String line) {
    String shown = line.length() > LINE ? line.substring(0, LINE - 1) + "…" : line;
    out.print("\r" + shown + " ".repeat(LINE - shown.length()));
    out.flush();
  }

  private String left() {
    int here = done - doneBefore;
    double each =
        here > 3
            ? (System.nanoTime() - start) / 1e9 / here
            : planned.toMillis() / 1e3 / Math.max(1, total);
    return clock(Duration.ofSeconds(Math.round(each * (total - done))));
  }

  /** Minutes and seconds, as {@code 2:05}. */
  public static String clock(Duration duration) {
    Duration left = duration.isNegative() ? Duration.ZERO : duration;
    return "%d:%02d".formatted(left.toMinutes(), left.toSecondsPart());
  }
}
