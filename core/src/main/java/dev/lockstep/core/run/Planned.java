/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.run;

import dev.lockstep.core.Construct;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** {@code planned.json}: what a run intends on this machine, and what it leaves out and why. */
public record Planned(
    int schema,
    String plan,
    boolean evidence,
    int cores,
    List<PlannedConstruct> constructs,
    List<Proof> proofs,
    List<Trial> trials,
    List<NotRun> notRun) {

  /** Stands in for a construct. */
  public record PlannedConstruct(
      String id, String family, String name, String label, String guarantee) {

    public static PlannedConstruct of(Construct construct) {
      return new PlannedConstruct(
          construct.id(),
          construct.family(),
          construct.name(),
          construct.label(),
          construct.guarantee().name());
    }
  }

  /** One stress test; the fields are described in CONTRIBUTING.md. */
  public record Proof(
      String test,
      String construct,
      String role,
      String contract,
      String contractName,
      List<String> mustObserve,
      String twin,
      long floor,
      int actors,
      Map<String, Integer> forks) {}

  /** One benchmark with one set of parameters and threads. */
  public record Trial(
      String id,
      String benchmark,
      String construct,
      Map<String, String> params,
      int threads,
      String mode,
      String unit,
      int forks,
      String workload,
      Integer workers,
      Double makespanBound,
      String baseline) {}

  /**
   * What the plan leaves out.
   *
   * @param kind {@code PROOF} or {@code TRIAL}
   */
  public record NotRun(String kind, String id, String construct, String why) {}

  public static Planned of(
      Plan plan,
      List<? extends Construct> constructs,
      List<Proof> proofs,
      List<Trial> trials,
      List<NotRun> notRun) {
    return new Planned(
        RunInfo.SCHEMA,
        plan.id(),
        plan.isEvidence(),
        Runtime.getRuntime().availableProcessors(),
        constructs.stream().map(PlannedConstruct::of).toList(),
        proofs,
        trials,
        notRun);
  }

  /** Both harnesses' lists in one, whoever came first. A later list of the same harness wins. */
  Planned merge(Planned other) {
    return new Planned(
            schema,
            plan,
            evidence,
            other.cores,
            union(constructs, other.constructs, PlannedConstruct::id),
            union(proofs, other.proofs, Proof::test),
            union(trials, other.trials, Trial::id),
            union(notRun, other.notRun, left -> left.kind() + left.id()))
        .sorted();
  }

  Planned sorted() {
    List<NotRun> left = new ArrayList<>(notRun);
    left.sort(Comparator.comparing(NotRun::kind).thenComparing(NotRun::id));
    return new Planned(schema, plan, evidence, cores, constructs, proofs, trials, left);
  }

  private static <T> List<T> union(List<T> first, List<T> second, Function<T, String> key) {
    Map<String, T> byKey = new TreeMap<>();
    List<String> order = new ArrayList<>();
    for (List<T> list : List.of(first, second)) {
      for (T item : list) {
        if (byKey.put(key.apply(item), item) == null) {
          order.add(key.apply(item));
        }
      }
    }
    return order.stream().map(byKey::get).toList();
  }
}
