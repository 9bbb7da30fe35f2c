/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.flame;

import dev.lockstep.reports.flame.Chance.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Two profiles as one tree that holds the frames of both, and as a list of frames. The converter of
 * async-profiler draws a difference, too; it has only the frames of the second profile, counts
 * samples where operations want time, cannot say what is chance, and needs a script to be seen.
 */
final class Difference {
  private final Side a;
  private final Side b;
  private final Node root = new Node();
  private final Map<String, Frame> frames;
  private final Chance chance;

  /** A place in the united tree: samples that end in it, and that pass through it. */
  static final class Node {
    private final Map<String, Node> children = new TreeMap<>();
    private long selfA;
    private long selfB;
    private long allA;
    private long allB;
    private double width;

    Map<String, Node> children() {
      return children;
    }

    /**
     * Returns how wide the place is drawn: the larger of what both sides take in it, frame by
     * frame, so that what only one of them does has its width, too.
     */
    double width() {
      return width;
    }

    long allA() {
      return allA;
    }

    long allB() {
      return allB;
    }

    private void measure(Side a, Side b) {
      width = Math.max(a.of(selfA), b.of(selfB));
      for (Node child : children.values()) {
        child.measure(a, b);
        width += child.width;
      }
    }
  }

  /**
   * All places of a frame together.
   *
   * @param selfA samples of A that end in it
   * @param allA samples of A that it is part of, recursion or not
   * @param self what the samples that end in it say
   * @param all what all that it is part of say
   */
  record Frame(
      String name, long selfA, long selfB, long allA, long allB, Finding self, Finding all) {}

  private static final class Counts {
    private long selfA;
    private long selfB;
    private long allA;
    private long allB;
  }

  Difference(Side a, Side b) {
    this.a = a;
    this.b = b;
    Map<String, Counts> counts = new HashMap<>();
    add(a.profile(), true, counts);
    add(b.profile(), false, counts);
    root.measure(a, b);
    chance = new Chance(a, b, counts.size());
    frames = new HashMap<>();
    counts.forEach(
        (name, each) ->
            frames.put(
                name,
                new Frame(
                    name,
                    each.selfA,
                    each.selfB,
                    each.allA,
                    each.allB,
                    chance.of(each.selfA, each.selfB),
                    chance.of(each.allA, each.allB))));
  }

  private void add(Profile profile, boolean inA, Map<String, Counts> counts) {
    Set<String> seen = new HashSet<>();
    for (Profile.Stack stack : profile.stacks()) {
      long samples = stack.samples();
      Node node = root;
      pass(node, samples, inA);
      seen.clear();
      for (String name : stack.frames()) {
        node = node.children.computeIfAbsent(name, unknown -> new Node());
        pass(node, samples, inA);
        if (seen.add(name)) {
          Counts mine = counts.computeIfAbsent(name, unknown -> new Counts());
          mine.allA += inA ? samples : 0;
          mine.allB += inA ? 0 : samples;
        }
      }
      Counts mine = counts.get(stack.frames().get(stack.frames().size() - 1));
      mine.selfA += inA ? samples : 0;
      mine.selfB += inA ? 0 : samples;
      node.selfA += inA ? samples : 0;
      node.selfB += inA ? 0 : samples;
    }
  }

  private static void pass(Node node, long samples, boolean inA) {
    node.allA += inA ? samples : 0;
    node.allB += inA ? 0 : samples;
  }

  Side a() {
    return a;
  }

  Side b() {
    return b;
  }

  Node root() {
    return root;
  }

  Chance chance() {
    return chance;
  }

  Frame frame(String name) {
    return frames.get(name);
  }

  /** Returns what B takes more than A in a frame itself; negative if less. */
  double change(Frame frame) {
    return b.of(frame.selfB) - a.of(frame.selfA);
  }

  /** Returns the frames in which samples end: those told apart first, the largest change first. */
  List<Frame> changed() {
    List<Frame> all = new ArrayList<>(frames.values());
    all.removeIf(frame -> frame.selfA == 0 && frame.selfB == 0);
    all.sort(
        Comparator.comparing((Frame frame) -> frame.self == Finding.NONE)
            .thenComparingDouble(frame -> -Math.abs(change(frame)))
            .thenComparing(Frame::name));
    return all;
  }
}
