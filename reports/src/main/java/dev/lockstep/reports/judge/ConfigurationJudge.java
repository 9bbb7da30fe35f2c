/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Configuration;
import dev.lockstep.reports.report.Status;
import dev.lockstep.reports.run.JcstressResult;
import dev.lockstep.reports.run.PlannedTest;
import dev.lockstep.reports.run.Quoted;
import dev.lockstep.reports.run.TestRate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds up the forks of one test in one JVM configuration, and says what they are worth alone. */
final class ConfigurationJudge {
  private final PlannedTest planned;
  private final String name;
  private final List<JcstressResult> forks;
  private final int owed;
  private final Map<String, Long> outcomes = new TreeMap<>();
  private String status = "NORMAL";
  private long samples;
  private long forbidden;
  private boolean failed;
  private Integer firstSeen;

  /** Takes the results of a configuration, sorted by fork. */
  ConfigurationJudge(PlannedTest planned, String name, List<JcstressResult> forks) {
    this.planned = planned;
    this.name = name;
    this.forks = forks;
    this.owed = planned.forks().getOrDefault(name, 0);
    forks.forEach(this::add);
    if (forks.isEmpty()) {
      status = "MISSING";
    }
  }

  private void add(JcstressResult fork) {
    samples += fork.samples();
    if (status.equals("NORMAL")) {
      status = fork.status();
    }
    failed |= fork.failed();
    for (JcstressResult.Outcome each : fork.outcomes()) {
      outcomes.merge(each.id(), each.count(), Long::sum);
      forbidden += each.forbidden() ? each.count() : 0;
      boolean shows = planned.twin() && planned.mayObserve().contains(each.id());
      boolean telling = each.forbidden() || shows || planned.mustObserve().contains(each.id());
      if (telling && each.count() > 0 && firstSeen == null) {
        firstSeen = fork.fork();
      }
    }
  }

  /** Returns the configuration; the rate is null if it is not known. */
  Configuration judge(TestRate rate) {
    String shortfall = shortfall();
    String lack = shortfall != null ? shortfall : unseen();
    Status verdict =
        forbidden > 0 || (failed && planned.proofRole())
            ? Status.BROKEN
            : lack != null
                ? Status.INCONCLUSIVE
                : planned.proofRole() ? Status.PROVEN : Status.ALLOWED;
    return new Configuration(
        name,
        status,
        verdict,
        lack,
        forks.size(),
        owed,
        samples,
        rate == null ? null : (Double) rate.samplesPerSecond(),
        outcomes,
        forbidden,
        firstSeen);
  }

  /** Returns what the configuration owes and did not give, or null if it gave all. */
  String shortfall() {
    String quoted = Quoted.name(name);
    if (forks.size() < owed) {
      return "configuration %s gave %s of %s planned results".formatted(quoted, forks.size(), owed);
    }
    if (!status.equals("NORMAL")) {
      return "%s in configuration %s".formatted(status, quoted);
    }
    for (JcstressResult fork : forks) {
      if (fork.samples() == 0) {
        return "configuration %s took zero samples in fork %s".formatted(quoted, fork.fork());
      }
    }
    return null;
  }

  /** Returns that a race did not show here, or null; another configuration may have shown it. */
  private String unseen() {
    for (String id : planned.mustObserve()) {
      if (outcomes.getOrDefault(id, 0L) == 0) {
        return "outcome %s was not seen in configuration %s"
            .formatted(Words.outcome(id), Quoted.name(name));
      }
    }
    return null;
  }
}
