/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.run;

import java.util.List;

/**
 * What the harness noted beside JMH's own figures of one trial ({@code trials/<id>.json}).
 *
 * @param measured false if the trial failed
 * @param failure null if it did not
 * @param profile null if no profile was tried
 */
public record TrialRecord(
    String id, boolean measured, Failure failure, List<Fork> forks, Profile profile) {

  private static final List<String> FAILURES = List.of("WRONG_RESULT", "ERROR", "KILLED", "BUDGET");
  private static final List<String> PROFILES = List.of("RECORDED", "UNAVAILABLE", "FAILED");

  /**
   * Why there is no figure.
   *
   * @param kind {@code WRONG_RESULT}, {@code ERROR}, {@code KILLED} or {@code BUDGET}
   */
  public record Failure(String kind, String message) {}

  /**
   * One measured JVM; a figure that the machine cannot give is null.
   *
   * @param childCpuPerOp CPU nanoseconds of its worker processes per operation, null if it has none
   * @param disturbed by what in the machine, null if by nothing that is known
   * @param counts whether the figure of the trial holds it
   */
  public record Fork(
      Boolean stillWarming,
      Double cpuNanosPerOp,
      Double childCpuPerOp,
      Double voluntarySwitchesPerOp,
      Double involuntarySwitchesPerOp,
      Double bytesPerOp,
      String disturbed,
      boolean counts) {}

  /**
   * The flame graph of the trial.
   *
   * @param status {@code RECORDED}, {@code UNAVAILABLE} or {@code FAILED}
   * @param html path relative to the run directory, or null; checked to lie below {@code flames/}
   * @param fault what is wrong with the recorded file, or null if it is there and not empty
   * @param collapsed path of the samples as text, checked like {@code html}, or null
   * @param collapsedFault what is wrong with that file, or null
   */
  public record Profile(
      String status,
      String engine,
      String html,
      String why,
      String fault,
      String collapsed,
      String collapsedFault) {}

  /** Returns the forks that its figure holds. */
  public List<Fork> counting() {
    return forks.stream().filter(Fork::counts).toList();
  }

  /** Returns whether all that it lacks is time. */
  public boolean isOutOfBudget() {
    return failure != null && failure.kind().equals("BUDGET");
  }

  static TrialRecord read(JsonView json, FilesBelow flames) {
    JsonView failure = json.objectOrNull("failure");
    JsonView profile = json.objectOrNull("profile");
    boolean measured = json.word("status", List.of("MEASURED", "FAILED")).equals("MEASURED");
    if (!measured && failure == null) {
      throw json.bad("status is FAILED but failure is missing");
    }
    return new TrialRecord(
        json.text("id"),
        measured,
        failure == null
            ? null
            : new Failure(failure.word("kind", FAILURES), orEmpty(failure.textOrNull("message"))),
        json.list("forks").stream().map(TrialRecord::fork).toList(),
        profile == null ? null : profile(profile, flames));
  }

  private static Fork fork(JsonView json) {
    return new Fork(
        json.flagOrNull("stillWarming"),
        json.numberOrNull("cpuNanosPerOp"),
        json.numberOrNull("childCpuNanosPerOp"),
        json.numberOrNull("voluntarySwitchesPerOp"),
        json.numberOrNull("involuntarySwitchesPerOp"),
        json.numberOrNull("bytesPerOp"),
        json.textOrNull("disturbed"),
        !Boolean.FALSE.equals(json.flagOrNull("counts")));
  }

  private static Profile profile(JsonView json, FilesBelow flames) {
    String status = json.word("status", PROFILES);
    String html = json.textOrNull("html");
    boolean recorded = status.equals("RECORDED");
    String fault = recorded ? flames.faultOf(html) : null;
    String collapsed = json.textOrNull("collapsed");
    String collapsedFault = recorded ? flames.faultOf(collapsed) : "no samples were taken";
    return new Profile(
        status,
        orEmpty(json.textOrNull("engine")),
        fault == null ? html : null,
        orEmpty(json.textOrNull("why")),
        fault,
        collapsedFault == null ? collapsed : null,
        collapsedFault);
  }

  private static String orEmpty(String text) {
    return text == null ? "" : text;
  }
}
