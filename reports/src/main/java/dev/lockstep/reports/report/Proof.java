/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

import java.util.List;
import java.util.Map;

/**
 * One test and what it is worth.
 *
 * @param construct null for a twin
 * @param role {@code PROOF} or {@code TWIN}
 * @param heart whether a run without this proof is no whole run
 * @param contract {@code FORBIDS} or {@code MUST_OBSERVE}
 * @param template the class of tests that this one and its twins were made from
 * @param planned false if the plan left it out openly
 * @param held why it is held, otherwise null
 * @param samples over all configurations and forks
 * @param forks that took samples, over all configurations
 * @param power how many sightings were to be expected with a twin's bug, of the forbidden row that
 *     has the fewest; null if it names none or one has no control that counts
 * @param controls of each forbidden row, the nearest first
 * @param outcomes id to count, sorted by id
 * @param mustObserve id to count of the outcomes that must be seen
 * @param orders row to count of the acceptable rows that must be seen
 * @param cpus of the machine, or null if unknown
 * @param arch of the machine, or null if unknown
 * @param why the status in one sentence
 */
public record Proof(
    String construct,
    String test,
    String role,
    boolean heart,
    String contract,
    String template,
    boolean planned,
    Status status,
    Held held,
    long samples,
    int forks,
    Double power,
    List<Control> controls,
    Map<String, Long> outcomes,
    Map<String, Long> mustObserve,
    Map<String, Long> orders,
    List<Configuration> configurations,
    Integer cpus,
    String arch,
    String why) {

  /**
   * A test that shows a forbidden row unless the machine cannot.
   *
   * @param outcome the row: its ids
   * @param means what the row means
   * @param twin the name of the control
   * @param differs in what it differs from the proof
   * @param order whether it tells if this machine can break an order
   * @param widened whether its window was made wider than it would be by nature
   * @param counts whether it showed the row often enough, in enough forks
   * @param rate sightings per sample, as far as they may count; null if it was not run
   * @param power of the row by this control, or null if it can give none
   */
  public record Control(
      String outcome,
      String means,
      String twin,
      String differs,
      boolean order,
      boolean widened,
      boolean counts,
      Double rate,
      Double power) {}

  /** Returns the status in words that do not praise a race for being one. */
  public String words() {
    return switch (status) {
      case PROVEN -> forbids() ? "proven" : twin() ? "caught" : "race seen";
      case HELD -> twin() ? "not caught here" : "held";
      default -> status.words();
    };
  }

  /** Returns whether an outcome must never be seen. */
  public boolean forbids() {
    return contract.equals("FORBIDS");
  }

  /** Returns whether this is deliberately broken. */
  public boolean twin() {
    return role.equals("TWIN");
  }

  /** Returns whether it was planned to prove something here. */
  public boolean owed() {
    return planned && !twin();
  }

  /** Returns how often the outcomes that must be seen were seen, all together. */
  public long observed() {
    return mustObserve.values().stream().mapToLong(Long::longValue).sum();
  }
}
