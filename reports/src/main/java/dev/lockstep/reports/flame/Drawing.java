/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.flame;

import dev.lockstep.reports.flame.Chance.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A united tree as boxes on boxes, callers below what they call.
 *
 * @param leftOut how many frames are too narrow, or beyond what one page holds
 */
public record Drawing(int width, int height, List<Box> boxes, int leftOut) {
  /** A page holds no more boxes. */
  static final int MOST = 700;

  private static final int WIDTH = 1200;
  private static final int ROW = 17;

  /** Narrower than this share of the whole is not drawn. */
  private static final double NARROWEST = 0.0015;

  private static final double LETTER = 6.2;
  private static final int SHORTEST = 4;

  /** Where changes of a frame get a stronger colour. */
  private static final double STRONG = 0.25;

  /**
   * One frame at one place.
   *
   * @param style CSS classes
   * @param x in user units, as all of its measures
   * @param text what fits into it
   * @param title all that is known of it
   */
  public record Box(
      String style,
      String x,
      String y,
      String width,
      String textX,
      String textY,
      String text,
      String title) {}

  private record Placed(String name, Difference.Node node, double x, int depth) {}

  static Drawing of(Difference difference, Amounts amounts) {
    Difference.Node root = difference.root();
    List<Placed> all = new ArrayList<>();
    int places = place("all", root, 0, 0, root.width(), all);
    all.sort(Comparator.comparingDouble((Placed each) -> -each.node.width()));
    List<Placed> drawn = new ArrayList<>(all.subList(0, Math.min(MOST, all.size())));
    int deepest = 0;
    for (Placed each : drawn) {
      deepest = Math.max(deepest, each.depth);
    }
    drawn.sort(Comparator.comparingInt(Placed::depth).thenComparingDouble(Placed::x));
    List<Box> boxes = new ArrayList<>();
    for (Placed each : drawn) {
      boxes.add(box(each, deepest, difference, amounts));
    }
    return new Drawing(WIDTH, (deepest + 1) * ROW, boxes, places - boxes.size());
  }

  /** Places what is wide enough and returns how many places there are. */
  private static int place(
      String name, Difference.Node node, double x, int depth, double whole, List<Placed> all) {
    int places = 1;
    if (node.width() >= whole * NARROWEST) {
      all.add(new Placed(name, node, x, depth));
    }
    double at = x;
    for (Map.Entry<String, Difference.Node> each : node.children().entrySet()) {
      places += place(each.getKey(), each.getValue(), at, depth + 1, whole, all);
      at += each.getValue().width();
    }
    return places;
  }

  private static Box box(Placed placed, int deepest, Difference difference, Amounts amounts) {
    Difference.Node node = placed.node;
    double scale = WIDTH / difference.root().width();
    double x = placed.x * scale;
    double width = node.width() * scale;
    int y = (deepest - placed.depth) * ROW;
    boolean onlyA = node.allB() == 0;
    boolean onlyB = node.allA() == 0;
    String mark = onlyA ? "− " : onlyB ? "+ " : "";
    String where = onlyA ? ", here only in A" : onlyB ? ", here only in B" : "";
    String title =
        "%s: A %s, B %s%s%s"
            .formatted(
                placed.name,
                amounts.with(difference.a().of(node.allA())),
                amounts.with(difference.b().of(node.allB())),
                where,
                placed.depth == 0 ? "" : overall(difference, placed.name, amounts));
    String style =
        (placed.depth == 0 ? "same" : style(difference, placed.name))
            + (onlyA ? " only a" : onlyB ? " only b" : "");
    return new Box(
        style,
        number(x),
        Integer.toString(y),
        number(width),
        number(x + 3),
        Integer.toString(y + 12),
        fitting(mark + FrameNames.brief(placed.name), width),
        title);
  }

  private static String overall(Difference difference, String name, Amounts amounts) {
    Difference.Frame frame = difference.frame(name);
    return frame.all() == Finding.NONE
        ? "; in all its places not told apart"
        : "; in all its places A %s, B %s"
            .formatted(
                amounts.with(difference.a().of(frame.allA())),
                amounts.with(difference.b().of(frame.allB())));
  }

  /** The colour is that of the frame in all its places: what moved elsewhere has not changed. */
  private static String style(Difference difference, String name) {
    Difference.Frame frame = difference.frame(name);
    if (frame.all() == Finding.NONE) {
      return "same";
    }
    double a = difference.a().of(frame.allA());
    double b = difference.b().of(frame.allB());
    String strong = Math.abs(b - a) > STRONG * Math.max(a, b) ? "2" : "1";
    return (frame.all() == Finding.MORE_IN_B ? "more" : "less") + strong;
  }

  private static String fitting(String text, double width) {
    int letters = (int) ((width - 4) / LETTER);
    if (letters < SHORTEST) {
      return "";
    }
    int points = text.codePointCount(0, text.length());
    return points <= letters
        ? text
        : text.substring(0, text.offsetByCodePoints(0, letters - 1)) + "…";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
