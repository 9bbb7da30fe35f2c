/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Verdict;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.List;

/** Collects what speaks against a run, one sentence each, and what a person should merely know. */
final class Reasons {
  /** How many names a sentence can bear. */
  static final int NAMED = 5;

  private final List<String> broken = new ArrayList<>();
  private final List<String> incomplete = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  void broken(String sentence) {
    broken.add(sentence);
  }

  void incomplete(String sentence) {
    incomplete.add(sentence);
  }

  void note(String sentence) {
    notes.add(sentence);
  }

  Verdict verdict() {
    if (!broken.isEmpty()) {
      return Verdict.BROKEN;
    }
    return incomplete.isEmpty() ? Verdict.PASS : Verdict.INCOMPLETE;
  }

  /** Returns the reasons, the worst first. */
  List<String> all() {
    List<String> all = new ArrayList<>(broken);
    all.addAll(incomplete);
    return all;
  }

  List<String> notes() {
    return notes;
  }

  /** Returns names as they stand in a sentence: at most {@value #NAMED}, then how many more. */
  static String named(List<String> names) {
    List<String> shown = names.stream().sorted().limit(NAMED).map(Quoted::name).toList();
    String text = String.join(", ", shown);
    return names.size() <= NAMED ? text : text + " and " + (names.size() - NAMED) + " more";
  }

  /** Returns "1 proof" or "3 proofs". */
  static String count(int n, String thing) {
    return n + " " + thing + (n == 1 ? "" : "s");
  }
}
