/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The interleaving under which something broke, read from Lincheck's text. It holds those rows of
 * the detailed table that come from the suite's own source files, in the order in which they
 * happened. What the platform's classes do inside a call is left to the text.
 *
 * @param threads their names
 */
record Interleaving(List<String> threads, List<Step> steps) {

  /**
   * One thing that one thread did.
   *
   * @param thread 1 for the first
   */
  record Step(int thread, String text) {}

  private static final String TABLE = "Detailed trace:";
  private static final Pattern PLACE = Pattern.compile(" at \\S+\\((\\w+\\.java):\\d+\\)$");
  private static final Pattern NO_STEP =
      Pattern.compile("switch\\b.*|result: .*|<iterations? .*|loop\\(1 .*");
  private static final Pattern READ = Pattern.compile("(\\S+) ➜ (.*)");
  private static final Pattern WRITE = Pattern.compile("(\\S+) = (.*)");
  private static final Pattern LOOP = Pattern.compile("loop\\((\\d+) iterations\\)");
  private static final Pattern HUNG = Pattern.compile("(\\w+\\(\\)): <hung>");

  /**
   * Reads the text of a failure.
   *
   * @param own the names of the source files of this suite
   * @throws IllegalArgumentException if there is no such table or nothing in it
   */
  static Interleaving read(String text, Set<String> own) {
    List<String> table =
        text.lines()
            .dropWhile(line -> !line.equals(TABLE))
            .skip(1)
            .takeWhile(line -> line.startsWith("|"))
            .filter(line -> !line.startsWith("| ---"))
            .toList();
    if (table.isEmpty()) {
      throw new IllegalArgumentException("no detailed trace in the checker's text");
    }
    List<Integer> borders = borders(table.getFirst());
    List<String> threads =
        cells(table.getFirst(), borders).stream()
            .map(name -> name.strip().replaceFirst("^T", "t"))
            .toList();
    List<Step> steps = new ArrayList<>();
    for (String row : table.subList(1, table.size())) {
      List<String> cells = cells(row, borders);
      for (int thread = 0; thread < cells.size(); thread++) {
        String step = step(cells.get(thread).strip(), own);
        if (step != null) {
          steps.add(new Step(thread + 1, step));
        }
      }
    }
    if (steps.isEmpty()) {
      throw new IllegalArgumentException("no step in the checker's text");
    }
    return new Interleaving(threads, steps);
  }

  /** Which method never returned, as a clause. */
  static String hung(String text) {
    Matcher hung = HUNG.matcher(text);
    return (hung.find() ? hung.group(1) : "a thread") + " waited for ever";
  }

  /** A cell may hold the sign that parts the cells, so they are cut where the head's are. */
  private static List<Integer> borders(String head) {
    List<Integer> borders = new ArrayList<>();
    for (int at = head.indexOf('|'); at >= 0; at = head.indexOf('|', at + 1)) {
      borders.add(at);
    }
    return borders;
  }

  private static List<String> cells(String row, List<Integer> borders) {
    List<String> cells = new ArrayList<>();
    for (int cell = 0; cell + 1 < borders.size(); cell++) {
      int end = Math.min(borders.get(cell + 1), row.length());
      cells.add(row.substring(Math.min(borders.get(cell) + 1, end), end));
    }
    return cells;
  }

  /** What a cell says that happened, or null if it is not for the reader of a summary. */
  private static String step(String cell, Set<String> own) {
    if (cell.isEmpty() || NO_STEP.matcher(cell).matches()) {
      return null;
    }
    Matcher place = PLACE.matcher(cell);
    if (place.find()) {
      return own.contains(place.group(1)) ? words(cell.substring(0, place.start())) : null;
    }
    return words(cell);
  }

  private static String words(String event) {
    Matcher read = READ.matcher(event);
    if (read.matches()) {
      return read.group(1) + " is read: " + read.group(2);
    }
    Matcher write = WRITE.matcher(event);
    if (write.matches()) {
      return write.group(1) + " is set: " + write.group(2);
    }
    Matcher loop = LOOP.matcher(event);
    if (loop.matches()) {
      return "goes round " + loop.group(1) + " times:";
    }
    return switch (event) {
      case "MONITORENTER" -> "enters the monitor";
      case "MONITOREXIT" -> "leaves the monitor";
      case "WAIT" -> "waits on the monitor";
      case "NOTIFY" -> "notifies who waits on the monitor";
      default -> event.replaceFirst(": <hung>$", "");
    };
  }
}
