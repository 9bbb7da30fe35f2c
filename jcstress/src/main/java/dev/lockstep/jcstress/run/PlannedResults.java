/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import dev.lockstep.jcstress.proof.Pace;
import dev.lockstep.jcstress.proof.ProofTest;
import dev.lockstep.run.Plan;
import dev.lockstep.run.Planned;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.openjdk.jcstress.infra.runners.TestConfig;

/** What a plan owes on this machine, and what it leaves out and why. */
final class PlannedResults {

  /** So many results that lanes are seldom idle at the end of a slice. */
  private static final int SLICE = 40;

  /** Those that take least time first. */
  private static final Comparator<Pace> PACES =
      Comparator.comparingInt(
          List.of(Pace.ACCESS, Pace.TERMINATION, Pace.BLOCKING, Pace.WAKING)::indexOf);

  private final ProofPlan plan;
  private final Matrix matrix;
  private final Path home;
  private final Map<String, String> unavailable;
  private final List<PlannedResult> owed = new ArrayList<>();
  private final Map<ProofTest, Map<String, Integer>> forks = new LinkedHashMap<>();
  private final List<Planned.NotRun> notRun = new ArrayList<>();

  /**
   * @param home the directory in which every result has a file
   * @param unavailable the constructs that no fork can have here, and why
   */
  PlannedResults(
      ProofPlan plan,
      Matrix matrix,
      List<ProofTest> tests,
      Path home,
      Map<String, String> unavailable) {
    this.plan = plan;
    this.matrix = matrix;
    this.home = home;
    this.unavailable = unavailable;
    for (ProofTest test : tests) {
      String why = whyNot(test);
      if (why == null) {
        add(test);
      } else {
        String cause = plan.whyNot(test) == null ? "MACHINE" : "PLAN";
        notRun.add(new Planned.NotRun("PROOF", test.test(), test.construct(), cause, why));
      }
    }
  }

  private String whyNot(ProofTest test) {
    if (plan.whyNot(test) != null) {
      return plan.whyNot(test);
    }
    if (test.construct() != null && unavailable.containsKey(test.construct())) {
      return unavailable.get(test.construct());
    }
    if (test.actors() > matrix.cpus()) {
      return "needs %d CPUs, one for each actor; this machine has %d"
          .formatted(test.actors(), matrix.cpus());
    }
    return matrix.configurations(test).isEmpty()
        ? "no JVM configuration of the plan works here"
        : null;
  }

  private void add(ProofTest test) {
    Map<String, Integer> counts = new TreeMap<>();
    for (TestConfig configuration : matrix.configurations(test)) {
      int count = counts.merge(Configuration.name(configuration), 1, Integer::sum);
      owed.add(new PlannedResult(file(configuration, String.valueOf(count)), test, configuration));
    }
    forks.put(test, counts);
  }

  /** The same result once more, in another round of all, or of the heart alone. */
  PlannedResult again(PlannedResult first, int round, boolean heartAlone) {
    return new PlannedResult(
        file(first.configuration(), (heartAlone ? "heart" : "round") + round),
        first.test(),
        matrix.again(first.test(), first.configuration(), 1000 * round + (heartAlone ? 500 : 0)));
  }

  private Path file(TestConfig configuration, String number) {
    String name =
        "%s-%s-%s"
            .formatted(configuration.name, Configuration.name(configuration), number)
            .replaceAll("[^A-Za-z0-9._-]+", "_");
    return home.resolve(name + ".bin.gz");
  }

  /** The results of the first round, in the order of the tests. */
  List<PlannedResult> owed() {
    return owed;
  }

  /** Those of the proofs that a verdict stands on, and of the controls that they have. */
  List<PlannedResult> owedByTheHeart() {
    Set<String> heart = heart();
    return owed.stream().filter(each -> heart.contains(each.test().test())).toList();
  }

  /** Those that sleep until they are found stale. */
  List<PlannedResult> owedBySleepers() {
    return owed.stream().filter(each -> ProofPlan.sleeps(each.test())).toList();
  }

  /**
   * Those of all others, in slices: a template with the controls that its proofs are held against
   * stands in one, so that a budget which ends leaves one slice in part at most. What takes least
   * time comes first.
   */
  List<List<PlannedResult>> owedByOthers() {
    Set<String> heart = heart();
    return slices(
        owed.stream()
            .filter(each -> !heart.contains(each.test().test()) && !ProofPlan.sleeps(each.test()))
            .toList());
  }

  static List<List<PlannedResult>> slices(List<PlannedResult> results) {
    Map<String, List<PlannedResult>> byTemplate = new LinkedHashMap<>();
    for (PlannedResult each : results) {
      byTemplate.computeIfAbsent(each.test().template(), name -> new ArrayList<>()).add(each);
    }
    List<List<PlannedResult>> whole = new ArrayList<>(byTemplate.values());
    whole.sort(
        Comparator.comparing(
            template -> template.stream().map(each -> each.test().pace()).max(PACES).orElseThrow(),
            PACES));
    List<List<PlannedResult>> slices = new ArrayList<>();
    for (List<PlannedResult> each : whole) {
      if (slices.isEmpty() || slices.getLast().size() >= SLICE) {
        slices.add(new ArrayList<>());
      }
      slices.getLast().addAll(each);
    }
    return slices;
  }

  private Set<String> heart() {
    Set<String> heart = new HashSet<>();
    for (ProofTest test : forks.keySet()) {
      if (test.isHeart()) {
        heart.add(test.test());
        for (ProofTest.Row row : test.rows()) {
          row.controls().forEach(control -> heart.add(control.twin()));
        }
      }
    }
    return heart;
  }

  List<ProofTest> tests() {
    return List.copyOf(forks.keySet());
  }

  List<Planned.NotRun> notRun() {
    return notRun;
  }

  /** The proofs' share of {@code planned.json}. */
  Planned planned(Plan name) {
    List<Planned.Proof> proofs = new ArrayList<>();
    forks.forEach((test, counts) -> proofs.add(planned(test, counts)));
    return Planned.of(name, PlannedConstructs.all(), proofs, List.of(), notRun);
  }

  private static Planned.Proof planned(ProofTest test, Map<String, Integer> counts) {
    return new Planned.Proof(
        test.test(),
        test.construct(),
        test.role().name(),
        test.contract().name(),
        test.template(),
        test.isHeart(),
        test.mustObserve(),
        test.mayObserve(),
        test.orders(),
        ProofPlan.LEAST_ORDERS,
        test.rows().stream().map(PlannedResults::planned).toList(),
        test.twinRole() == null ? null : test.twinRole().name(),
        test.widened(),
        ProofPlan.sightings(test),
        test.mutates(),
        test.bug(),
        test.actors(),
        ProofPlan.LEAST_FORKS,
        ProofPlan.LEAST_POWER,
        counts);
  }

  private static Planned.Row planned(ProofTest.Row row) {
    return new Planned.Row(
        row.outcomes(),
        row.means(),
        row.controls().stream()
            .map(
                control ->
                    new Planned.Control(
                        control.twin(),
                        control.differs(),
                        control.order(),
                        control.widened(),
                        control.ceiling()))
            .toList());
  }
}
