/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.proof;

import dev.lockstep.jcstress.contract.OutcomeTable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /**
   * Everything that forbids has a twin, every twin breaks something that is forbidden, and says
   * how.
   */
  static List<String> twins(List<ProofTest> tests) {
    Set<String> joined =
        tests.stream().flatMap(test -> test.twins().stream()).collect(Collectors.toSet());
    List<String> complaints = new ArrayList<>();
    for (ProofTest test : tests) {
      if (test.contract() == ContractKind.FORBIDS && test.twin() == null) {
        complaints.add(test.test() + " forbids, but " + test.contractName() + " has no @Twin");
      }
      if (test.breaks() != null && !joined.contains(test.test())) {
        complaints.add(test.test() + " breaks " + test.breaks() + ", which nothing keeps");
      }
      if (test.role() == Role.TWIN && test.bug().isBlank()) {
        complaints.add(test.test() + " does not say what is wrong with it");
      }
    }
    return complaints;
  }

  /** What must be observed is in the table and interesting; what forbids leaves nothing open. */
  static List<String> outcomes(List<ProofTest> tests, Map<String, OutcomeTable> tables) {
    List<String> complaints = new ArrayList<>();
    for (ProofTest test : tests) {
      OutcomeTable table = tables.get(test.test());
      for (String id : interesting(test)) {
        if (table.grading(id) != Expect.ACCEPTABLE_INTERESTING) {
          complaints.add(test.test() + " is to observe " + id + ", graded " + table.grading(id));
        }
      }
      for (OutcomeTable.Row row : table.rows()) {
        if (row.expect() == Expect.ACCEPTABLE_INTERESTING
            && !interesting(test).contains(row.id())) {
          complaints.add(test.test() + " does not say whether it must observe " + row.id());
        }
      }
      if (table.grading("") != Expect.FORBIDDEN) {
        complaints.add(test.test() + " does not forbid every other outcome");
      }
      if (test.contract() == ContractKind.MUST_OBSERVE && test.mustObserve().isEmpty()) {
        complaints.add(test.test() + " must observe nothing");
      }
      if (test.contract() == ContractKind.ALLOWS && test.mayObserve().isEmpty()) {
        complaints.add(test.test() + " shows nothing");
      }
    }
    return complaints;
  }

  /** A table that breaks a contract is that contract's, with what it shows not forbidden. */
  static List<String> mirror(ProofTest test, OutcomeTable table, OutcomeTable contract) {
    List<String> complaints = new ArrayList<>();
    for (String id : interesting(test)) {
      if (contract.grading(id) != Expect.FORBIDDEN) {
        complaints.add(test.test() + " breaks " + id + ", which its contract does not forbid");
      }
    }
    if (!table.equals(contract.grade(interesting(test), Expect.ACCEPTABLE_INTERESTING))) {
      complaints.add(test.test() + " has a table that is not the mirror of its contract");
    }
    return complaints;
  }

  private static List<String> interesting(ProofTest test) {
    return Stream.concat(test.mustObserve().stream(), test.mayObserve().stream()).toList();
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

  /** Two CPUs run every test but those named; jcstress leaves the others out without a word. */
  static List<String> actors(List<ProofTest> tests, Collection<String> larger) {
    return tests.stream()
        .filter(test -> test.actors() > 2 && !larger.contains(test.test()))
        .map(test -> test.test() + " has " + test.actors() + " actors and is not listed")
        .toList();
  }
}
