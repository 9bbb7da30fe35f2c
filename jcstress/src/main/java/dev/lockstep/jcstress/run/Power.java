/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import dev.lockstep.jcstress.proof.ProofTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openjdk.jcstress.util.Counter;

/**
 * What the results so far are worth. The power of a proof is the number of sightings that were to
 * be expected in its samples if it had its twin's bug: its samples by the twin's rate, which is the
 * median over the twin's forks.
 *
 * @param forks of each test that has results, the outcomes of each of its forks
 * @param tests all that are planned, by name
 */
record Power(Map<String, List<Counter<String>>> forks, Map<String, ProofTest> tests) {

  /**
   * How much of what it owes a proof has, of the row or order that it has least of: 1 is enough. A
   * race has to be seen in one fork, what is forbidden has to be missed in several. Rows about
   * memory order are left out, since no further fork helps where the sibling is silent.
   */
  double share(ProofTest proof) {
    List<Counter<String>> mine = forks.getOrDefault(proof.test(), List.of());
    double share = proof.forbids() ? (double) mine.size() / ProofPlan.LEAST_FORKS : 1;
    for (String outcome : proof.mustObserve()) {
      share = Math.min(share, (double) count(mine, List.of(outcome)));
    }
    for (List<String> order : proof.orders()) {
      share = Math.min(share, (double) count(mine, order) / ProofPlan.LEAST_ORDERS);
    }
    for (ProofTest.Row row : proof.rows()) {
      if (isRefutable(row)) {
        share = Math.min(share, samples(mine) * rate(row) / ProofPlan.LEAST_POWER);
      }
    }
    return share;
  }

  private boolean isRefutable(ProofTest.Row row) {
    return rate(row) > 0 || row.controls().stream().noneMatch(ProofTest.Control::order);
  }

  /** The planned controls of a proof's rows that none shows yet. */
  List<String> silentControls(ProofTest proof) {
    List<String> silent = new ArrayList<>();
    for (ProofTest.Row row : proof.rows()) {
      if (isRefutable(row) && rate(row) == 0) {
        row.controls().stream()
            .map(ProofTest.Control::twin)
            .filter(tests::containsKey)
            .forEach(silent::add);
      }
    }
    return silent;
  }

  /** The rate of the nearest control that counts; 0 if none does. */
  private double rate(ProofTest.Row row) {
    boolean order = row.controls().stream().anyMatch(ProofTest.Control::order);
    for (ProofTest.Control control : row.controls()) {
      if (control.order() == order && counts(control, row.outcomes())) {
        double rate = median(control, row.outcomes());
        return control.ceiling() == null ? rate : Math.min(rate, control.ceiling());
      }
    }
    return 0;
  }

  /** Whether it shows often enough in two thirds of at least three forks. */
  private boolean counts(ProofTest.Control control, List<String> outcomes) {
    if (!tests.containsKey(control.twin())) {
      return false; // the plan leaves it to a longer one
    }
    List<Counter<String>> all = forks.getOrDefault(control.twin(), List.of());
    long enough = ProofPlan.sightings(tests.get(control.twin()));
    long showing = all.stream().filter(fork -> count(List.of(fork), outcomes) >= enough).count();
    return all.size() >= ProofPlan.LEAST_FORKS && 3 * showing >= 2L * all.size();
  }

  private double median(ProofTest.Control control, List<String> outcomes) {
    double[] rates =
        forks.get(control.twin()).stream()
            .mapToDouble(
                fork -> (double) count(List.of(fork), outcomes) / Math.max(1, fork.totalCount()))
            .sorted()
            .toArray();
    int middle = rates.length / 2;
    return rates.length % 2 == 1 ? rates[middle] : (rates[middle - 1] + rates[middle]) / 2;
  }

  private static long samples(List<Counter<String>> forks) {
    return forks.stream().mapToLong(Counter::totalCount).sum();
  }

  private static long count(List<Counter<String>> forks, List<String> outcomes) {
    return forks.stream().mapToLong(fork -> outcomes.stream().mapToLong(fork::count).sum()).sum();
  }
}
