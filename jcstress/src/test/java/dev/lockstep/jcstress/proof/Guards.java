/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.proof;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openjdk.jcstress.annotations.Expect;

/** What must hold between constructs, proofs and twins; each guard returns its complaints. */
final class Guards {

  private Guards() {}

  /** Every construct has a proof, or at least an exhibit, and every one of them a construct. */
  static List<String> constructs(List<ProofTest> tests, Collection<String> constructs) {
    Set<String> proven =
        tests.stream()
            .filter(test -> test.role() != Role.TWIN)
            .map(ProofTest::construct)
            .collect(Collectors.toCollection(TreeSet::new));
    List<String> complaints = new ArrayList<>();
    for (String construct : constructs) {
      if (!proven.contains(construct)) {
        complaints.add(construct + " has neither @Proof nor @Exhibit");
      }
    }
    for (ProofTest test : tests) {
      if (test.role() != Role.TWIN && !constructs.contains(test.construct())) {
        complaints.add(test.test() + " is about " + test.construct() + ", which does not exist");
      }
    }
    return complaints;
  }

  /** Every row that a proof forbids has a control, and every control a row. */
  static List<String> controls(List<ProofTest> tests) {
    Set<String> joined = new TreeSet<>();
    List<String> complaints = new ArrayList<>();
    for (ProofTest test : tests) {
      if (test.forbids() && test.rows().isEmpty()) {
        complaints.add(test.test() + " names nothing that is forbidden");
      }
      for (ProofTest.Row row : test.rows()) {
        row.controls().forEach(control -> joined.add(control.twin()));
        if (row.controls().isEmpty()) {
          complaints.add(test.test() + " forbids " + row.outcomes() + ", which no control shows");
        }
      }
    }
    for (ProofTest test : tests) {
      if (test.role() != Role.TWIN) {
        continue;
      }
      if (test.twinRole() != TwinRole.MUTANT && !joined.contains(test.test())) {
        complaints.add(test.test() + " is the control of nothing");
      }
      if (test.twinRole() == TwinRole.MUTANT && test.mutates() == null) {
        complaints.add(test.test() + " does not say what it mutates");
      }
      if (test.bug().isBlank()) {
        complaints.add(test.test() + " does not say what is wrong with it");
      }
    }
    return complaints;
  }

  /** What must be observed is in the table and interesting; no table leaves anything open. */
  static List<String> outcomes(List<ProofTest> tests, Map<String, OutcomeTable> tables) {
    List<String> complaints = new ArrayList<>();
    for (ProofTest test : tests) {
      OutcomeTable table = tables.get(test.test());
      for (String id : test.mustObserve()) {
        if (table.grading(id) != Expect.ACCEPTABLE_INTERESTING) {
          complaints.add(test.test() + " is to observe " + id + ", graded " + table.grading(id));
        }
      }
      if (!table.isClosed()) {
        complaints.add(test.test() + " does not forbid every other outcome");
      }
      boolean shows = !table.named(Expect.ACCEPTABLE_INTERESTING).isEmpty();
      if (test.forbids() == shows) {
        complaints.add(
            test.test() + (shows ? " forbids, and finds interesting" : " has nothing to show"));
      }
    }
    return complaints;
  }

  /** The list that the annotation processor wrote is that of the classes in the source. */
  static List<String> list(Collection<String> listed, Collection<String> declared) {
    List<String> complaints = new ArrayList<>();
    if (listed.isEmpty()) {
      complaints.add("the test list is empty: the annotation processor did not run");
    }
    Set<String> missing = new TreeSet<>(declared);
    missing.removeAll(new HashSet<>(listed));
    missing.forEach(test -> complaints.add(test + " is not in the test list"));
    Set<String> unknown = new TreeSet<>(listed);
    unknown.removeAll(new HashSet<>(declared));
    unknown.forEach(test -> complaints.add(test + " is in the test list only"));
    return complaints;
  }

  /** What has more than two actors has a smaller test of the same construct beside it. */
  static List<String> actors(List<ProofTest> tests) {
    List<String> complaints = new ArrayList<>();
    for (ProofTest large : tests) {
      boolean lonely =
          large.role() == Role.PROOF
              && large.actors() > 2
              && tests.stream()
                  .noneMatch(
                      small -> small.actors() <= 2 && large.construct().equals(small.construct()));
      if (lonely) {
        complaints.add(large.test() + " alone is about " + large.construct() + ", and is large");
      }
    }
    return complaints;
  }
}
