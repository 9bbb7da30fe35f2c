/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

import java.util.List;
import java.util.Map;

/**
 * One test and what it is worth.
 *
 * @param construct null for a twin
 * @param contract {@code FORBIDS} or {@code MUST_OBSERVE}
 * @param role {@code PROOF} or {@code TWIN}
 * @param planned false if the plan left it out openly
 * @param samples over all configurations and forks
 * @param outcomes id to count, sorted by id
 * @param mustObserve id to count of the outcomes that must be seen
 * @param bound95 upper bound of the probability per sample of a forbidden outcome, or null
 * @param twin the test that must show the broken outcome, or null
 * @param cpus of the machine, or null if unknown
 * @param arch of the machine, or null if unknown
 * @param why the status in one sentence
 */
public record Proof(
    String construct,
    String test,
    String contract,
    String contractName,
    String role,
    boolean planned,
    Status status,
    long samples,
    Map<String, Long> outcomes,
    Map<String, Long> mustObserve,
    Double bound95,
    String twin,
    List<Configuration> configurations,
    Integer cpus,
    String arch,
    String why) {

  /** Returns the status in words that do not praise a race for being one. */
  public String words() {
    if (status != Status.PROVEN) {
      return status.words();
    }
    return forbids() ? "proven" : twinRole() ? "caught" : "race seen";
  }

  /** Returns whether an outcome must never be seen. */
  public boolean forbids() {
    return contract.equals("FORBIDS");
  }

  /** Returns whether this is the deliberately broken variant of a contract. */
  public boolean twinRole() {
    return role.equals("TWIN");
  }

  /** Returns how often the outcomes that must be seen were seen, all together. */
  public long observed() {
    return mustObserve.values().stream().mapToLong(Long::longValue).sum();
  }
}
