/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.flame.FlameIndex;
import dev.lockstep.reports.run.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything the pages show, as the texts that they show: the templates decide nothing.
 *
 * @param needs what is wrong with the run, and has to be looked at
 * @param limits what to know of it before its figures are read
 * @param evidence false if nothing on the page is meant to convince anybody
 * @param executors null if nothing was swept
 * @param sections what was measured of other families
 * @param unmeasured what is not there, in a sentence, or an empty text
 * @param cpython null if there is nothing to set side by side
 * @param race null if no race was counted
 * @param models null if no second opinion was asked
 * @param flames null without a trial
 * @param chartJson data of the charts, safe inside a script element
 */
public record Page(
    Head head,
    List<Need> needs,
    List<Need> limits,
    List<Ledger> ledgers,
    boolean evidence,
    List<Ledger.ProofRow> proofs,
    ExecutorsPage executors,
    List<SectionView> sections,
    String unmeasured,
    CpythonPage cpython,
    RaceView race,
    List<Sensors> sensors,
    List<ClaimRow> claims,
    TwinsView twins,
    List<MatrixView> matrices,
    List<ExhibitRow> exhibits,
    ModelsView models,
    FlameIndex flames,
    boolean hasTrials,
    List<Fact> machine,
    String chartJson) {

  private static final Map<String, String> SECTIONS =
      Map.ofEntries(
          Map.entry("SWEEP", "Executors"),
          Map.entry("RAW", "Executors"),
          Map.entry("COLD", "Executors"),
          Map.entry("OPEN", "Executors"),
          Map.entry("ROUND_TRIP", "Executors"),
          Map.entry("START", "Executors"),
          Map.entry("KERNEL", "Kernels"),
          Map.entry("CALL", "Kernels"),
          Map.entry("DIVIDER", "Kernels"),
          Map.entry("PIPELINE", "Queues"),
          Map.entry("HAND_MADE", "Queues"),
          Map.entry("FAN_OUT", "Fan out"),
          Map.entry("SPAWN", "Units"),
          Map.entry("HANDOFF", "Units"),
          Map.entry("FOOTPRINT", "Units"),
          Map.entry("LATENCY", "Latency"),
          Map.entry("OPEN_LOOP", "Latency"));

  /** Returns what stands on top of every page: the sections that there are, in their order. */
  public List<Link> links() {
    List<Link> links = new ArrayList<>();
    link(links, race != null || !sensors.isEmpty(), "The race", "race");
    link(links, !priced().isEmpty(), "Ledger", priced().isEmpty() ? "" : priced().get(0).id());
    link(links, executors != null, "Executors", "sweep");
    sections.forEach(each -> link(links, true, each.title(), each.id()));
    link(links, cpython != null, "CPython", "cpython");
    link(links, !claims.isEmpty(), "Claims", "claims");
    if (hasProofs()) {
      links.add(new Link("Proofs", Site.PROOFS));
    }
    if (models != null) {
      links.add(new Link("Interleavings", Site.MODELS));
    }
    if (flames != null) {
      links.add(new Link("Flame graphs", Site.FLAMES));
    }
    if (hasTrials) {
      links.add(new Link("Trials", Site.ALL_TRIALS));
    }
    link(links, true, "Machine", "machine");
    return links;
  }

  private static void link(List<Link> links, boolean isThere, String text, String anchor) {
    if (isThere) {
      links.add(new Link(text, Site.INDEX + "#" + anchor));
    }
  }

  /** Returns whether anything on the first page is drawn by the script. */
  public boolean drawn() {
    return executors != null || sections.stream().anyMatch(SectionView::isDrawn);
  }

  /** Returns the tables of families that have figures. */
  public List<Ledger> priced() {
    return ledgers.stream().filter(Ledger::isPriced).toList();
  }

  /** Returns the tables of families that have none here. */
  public List<Ledger> unpriced() {
    return ledgers.stream().filter(ledger -> !ledger.isPriced()).toList();
  }

  /** Returns where a construct's row stands, or an empty text if it has none. */
  String row(String construct) {
    int colon = construct.indexOf(':');
    String family = Ledger.anchor(construct.substring(0, Math.max(0, colon)));
    for (Ledger ledger : ledgers) {
      for (Ledger.Row row : ledger.rows()) {
        if (ledger.id().equals(family) && row.name().equals(construct.substring(colon + 1))) {
          return Site.INDEX + "#" + ledger.anchor(row);
        }
      }
    }
    return "";
  }

  /** Returns the section of what has too many settings for a row, if it has one. */
  Optional<Link> section(String role) {
    String text = role == null ? "" : SECTIONS.getOrDefault(role, "");
    return links().stream().filter(link -> link.text().equals(text)).findFirst();
  }

  /** Returns whether there is anything on the page of proofs. */
  boolean hasProofs() {
    return !proofs.isEmpty() || !twins.rows().isEmpty() || !exhibits.isEmpty();
  }

  /** One entry of what stands on top of every page. */
  public record Link(String text, String href) {}

  /**
   * The verdict card.
   *
   * @param style CSS class
   * @param meta what run this is, part by part
   */
  public record Head(
      String title, String verdict, String style, String sentence, String plan, List<String> meta) {

    /** Returns the title of a page beside the first. */
    public String titleOf(String page) {
      return title + " · " + page;
    }
  }

  /**
   * One thing that a person should know.
   *
   * @param more what the names behind it are called; empty without any
   * @param rest names that are only shown on demand
   */
  public record Need(String style, String text, String more, List<String> rest) {
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
