/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.run;

import java.util.List;
import java.util.Map;

/**
 * One planned stress test (an element of {@code proofs} in {@code planned.json}).
 *
 * @param construct null for a twin
 * @param role {@code PROOF}, {@code TWIN} or {@code EXHIBIT}
 * @param contract {@code FORBIDS} or {@code MUST_OBSERVE}, of an exhibit {@code ALLOWS}
 * @param template the class of tests that this one and its twins were made from
 * @param heart whether a run without this proof is no whole run
 * @param mustObserve the outcomes without which a race was not seen
 * @param mayObserve the outcomes that a machine may show and need not
 * @param orders acceptable rows that have to be seen, each {@code leastOrders} times
 * @param rows the forbidden rows that a proof names
 * @param twinRole {@code CONTROL}, {@code ORDER} or {@code MUTANT}, or null for what is no twin
 * @param widened whether the window of a twin's bug was made wider than it would be by nature
 * @param sightings with so many of a row in a fork, this test as a control has shown it there
 * @param mutates the construct of which a twin is a copy with one line broken, or null
 * @param bug what is wrong with a twin, or null
 * @param leastForks the fewest forks, over all configurations, that prove anything
 * @param leastPower the least power of a row that proves anything
 * @param forks how many results each JVM configuration owes
 */
public record PlannedTest(
    String test,
    String construct,
    String role,
    String contract,
    String template,
    boolean heart,
    List<String> mustObserve,
    List<String> mayObserve,
    List<List<String>> orders,
    long leastOrders,
    List<Row> rows,
    String twinRole,
    boolean widened,
    long sightings,
    String mutates,
    String bug,
    int leastForks,
    double leastPower,
    Map<String, Integer> forks) {

  private static final List<String> ROLES = List.of("PROOF", "TWIN", "EXHIBIT");
  private static final List<String> TWIN_ROLES = List.of("CONTROL", "ORDER", "MUTANT");

  /**
   * A forbidden row.
   *
   * @param outcomes its ids
   * @param controls the tests that must show it, the nearest to the proof first
   */
  public record Row(List<String> outcomes, String means, List<Control> controls) {}

  /**
   * A test that shows a row unless the machine cannot.
   *
   * @param twin its name
   * @param differs in what it differs from the proof
   * @param order whether the row asks for memory order, which this machine may keep unasked
   * @param ceiling the most that its rate may count, or null
   */
  public record Control(
      String twin, String differs, boolean order, boolean widened, Double ceiling) {}

  /** Returns whether the run rests on this test. */
  public boolean proofRole() {
    return role.equals("PROOF");
  }

  /** Returns whether this only shows what the Memory Model allows. */
  public boolean exhibitRole() {
    return role.equals("EXHIBIT");
  }

  /** Returns whether this is deliberately broken. */
  public boolean twin() {
    return role.equals("TWIN");
  }

  /** Returns whether this is a twin that is a copy of a construct with one line broken. */
  public boolean mutant() {
    return "MUTANT".equals(twinRole);
  }

  /** Returns whether an outcome must never be seen. */
  public boolean forbids() {
    return contract.equals("FORBIDS");
  }

  static PlannedTest read(JsonView json) {
    String test = json.text("test");
    String role = json.word("role", ROLES);
    boolean twin = role.equals("TWIN");
    if (!twin && (json.has("mutates") || json.has("bug"))) {
      throw json.bad("test " + Quoted.name(test) + " has a bug but is no twin");
    }
    long sightings = json.count("sightings");
    if (sightings == 0) {
      throw json.bad("test " + Quoted.name(test) + " would count without a sighting");
    }
    return new PlannedTest(
        test,
        role.equals("EXHIBIT") ? json.text("construct") : json.textOrNull("construct"),
        role,
        json.word("contract", contracts(role)),
        json.text("template"),
        json.flag("heart"),
        json.texts("mustObserve"),
        json.requiredTexts("mayObserve"),
        json.textRows("orders"),
        json.count("leastOrders"),
        json.requiredList("rows").stream().map(PlannedTest::row).toList(),
        twin ? json.word("twinRole", TWIN_ROLES) : null,
        json.flag("widened"),
        sightings,
        json.textOrNull("mutates"),
        twin ? json.text("bug") : null,
        json.smallCount("leastForks"),
        json.number("leastPower"),
        json.countsByName("forks"));
  }

  private static List<String> contracts(String role) {
    return switch (role) {
      case "TWIN" -> List.of("MUST_OBSERVE");
      case "EXHIBIT" -> List.of("ALLOWS");
      default -> List.of("FORBIDS", "MUST_OBSERVE");
    };
  }

  private static Row row(JsonView json) {
    List<String> outcomes = json.requiredTexts("outcomes");
    if (outcomes.isEmpty()) {
      throw json.bad("a row of no outcome is forbidden");
    }
    return new Row(
        outcomes,
        json.text("means"),
        json.requiredList("controls").stream().map(PlannedTest::control).toList());
  }

  private static Control control(JsonView json) {
    String twin = json.text("twin");
    boolean widened = json.flag("widened");
    Double ceiling = json.numberOrNull("ceiling");
    if (widened && ceiling == null) {
      throw json.bad("control " + Quoted.name(twin) + " is widened and has no ceiling");
    }
    return new Control(twin, json.text("differs"), json.flag("order"), widened, ceiling);
  }
}
