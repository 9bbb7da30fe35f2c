/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.run.Quoted;
import java.util.List;

/**
 * Everything the page shows, as the texts that it shows: the templates decide nothing.
 *
 * @param evidence false if nothing on the page is meant to convince anybody
 * @param executors null if nothing was swept
 * @param queues null if no pipeline was measured
 * @param fanOut null if no fan-out was measured
 * @param units null if nothing was measured of what a unit costs
 * @param latency null if no single operation was timed
 * @param unmeasured which of queues, fan-out and units are not there, in a sentence, or an empty
 *     text
 * @param kernels null if no kernel was measured
 * @param cpython null if there is nothing to set side by side
 * @param race null if no race was counted
 * @param models null if no second opinion was asked
 * @param chartJson data of the charts, safe inside a script element
 * @param style the style sheet
 * @param script the script that only adds to what stands there
 */
public record Page(
    Head head,
    List<Need> needs,
    List<Ledger> ledgers,
    boolean evidence,
    List<Ledger.ProofRow> proofs,
    ExecutorsPage executors,
    QueuesPage queues,
    FanOutPage fanOut,
    UnitsPage units,
    LatencyPage latency,
    String unmeasured,
    KernelsPage kernels,
    CpythonPage cpython,
    RaceView race,
    List<Sensors> sensors,
    List<ClaimRow> claims,
    TwinsView twins,
    List<MatrixView> matrices,
    List<ExhibitRow> exhibits,
    ModelsView models,
    List<Fact> machine,
    String chartJson,
    String style,
    String script) {

  /**
   * The verdict card.
   *
   * @param style CSS class
   * @param meta what run this is, part by part
   */
  public record Head(
      String title,
      String verdict,
      String style,
      String sentence,
      String plan,
      List<String> meta) {}

  /**
   * One thing that a person should look at.
   *
   * @param rest names that are only shown on demand
   */
  public record Need(String style, String text, List<String> rest) {
    /** Keeps the text on one line. */
    public Need {
      text = Quoted.line(text);
    }
  }

  /** One row of the five-sensors experiment. */
  public record Sensors(
      String kind,
      String barrier,
      String shots,
      String losing,
      String smallest,
      boolean lost,
      Ledger.Flame flame) {}

  /**
   * One claim.
   *
   * @param more how many trials are not named
   */
  public record ClaimRow(
      String claim,
      String seed,
      String here,
      String style,
      String verdict,
      String why,
      List<String> evidence,
      List<Trial> trials,
      int more) {}

  /** A trial that decides a claim, with its flame graph if it has one. */
  public record Trial(String id, Ledger.Flame flame) {}

  /** One fact of the machine. */
  public record Fact(String name, List<String> values) {
    /** Keeps each value on one line. */
    public Fact {
      values = values.stream().map(Quoted::line).toList();
    }
  }
}
