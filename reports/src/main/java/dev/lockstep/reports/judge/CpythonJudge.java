/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.CpythonColumn;
import dev.lockstep.reports.report.CpythonColumn.Java;
import dev.lockstep.reports.report.CpythonColumn.Python;
import dev.lockstep.reports.report.CpythonColumn.RoundTrip;
import dev.lockstep.reports.report.CpythonColumn.Row;
import dev.lockstep.reports.report.CpythonColumn.Seed;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Ratio;
import dev.lockstep.reports.report.TimeUnits;
import dev.lockstep.reports.run.Cpython;
import dev.lockstep.reports.run.Fault;
import dev.lockstep.reports.run.Quoted;
import dev.lockstep.reports.run.RunData;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Sets the seeds' figures, CPython's and Java's side by side. */
final class CpythonJudge {
  private static final List<String> WORKLOADS = List.of("GCD_SEED", "FACTORIZE_SEED");
  private static final List<String> WAYS = List.of("SERIAL", "THREADS", "PROCESSES");
  private static final List<String> KINDS = List.of("SERIAL", "FIXED", "PROCESS_POOL");

  private final RunData data;
  private final List<Price> prices;
  private final Cpython python;

  private CpythonJudge(RunData data, List<Price> prices) {
    this.data = data;
    this.prices = prices;
    Cpython read = data.cpython();
    this.python = read != null && read.measured() ? read : null;
  }

  static CpythonColumn judge(RunData data, List<Price> prices, Reasons reasons) {
    Cpython read = data.cpython();
    String status =
        !data.plan().cpython() ? "NOT_PLANNED" : read == null ? "UNREADABLE" : read.status();
    String why = read == null ? "" : Words.stop(Quoted.line(read.why()));
    String told =
        switch (status) {
          case "NOT_PLANNED" -> "This plan does not run CPython.";
          case "UNREADABLE" -> "CPython was planned, but what it found cannot be read.";
          case "MISSING" -> "There is no CPython on this machine: " + why;
          case "FAILED" -> "The CPython program failed: " + why;
          case "NOT_REACHED" -> why;
          default -> "Measured in this run, on this machine.";
        };
    if (status.equals("FAILED")) {
      reasons.incomplete(
          "cpython.json: the program failed: %s; %s."
              .formatted(why.replaceFirst("\\.$", ""), Fault.AGAIN));
    }
    CpythonJudge judge = new CpythonJudge(data, prices);
    return new CpythonColumn(
        status,
        told,
        read == null ? null : read.version(),
        read == null ? null : read.gil(),
        judge.rows(),
        judge.roundTrips());
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (String workload : WORKLOADS) {
      for (int way = 0; way < WAYS.size(); way++) {
        rows.add(
            new Row(
                workload,
                WAYS.get(way),
                seeds(workload, WAYS.get(way)),
                python(workload, WAYS.get(way)),
                java("SWEEP", workload, KINDS.get(way)),
                java("COLD", workload, KINDS.get(way))));
      }
    }
    return rows;
  }

  private static List<Seed> seeds(String workload, String way) {
    boolean gcd = workload.equals("GCD_SEED");
    return switch (way) {
      case "SERIAL" ->
          gcd
              ? List.of(seed("1st ed.", 0.693, null, ""), seed("2nd ed.", 0.542, null, ""))
              : factorize();
      case "THREADS" ->
          gcd
              ? List.of(seed("1st ed.", 0.761, 0.693, "cores"), seed("2nd ed.", 0.551, 0.542, "2"))
              : List.of(seed("1st ed.", 0.682, 0.628, "one per task"));
      default ->
          gcd
              ? List.of(seed("1st ed.", 0.209, 0.693, "cores"), seed("2nd ed.", 0.360, 0.542, "2"))
              : List.of();
    };
  }

  private static List<Seed> factorize() {
    return List.of(seed("1st ed.", 0.628, null, ""));
  }

  private static Seed seed(String source, double seconds, Double serial, String workers) {
    return new Seed(source, seconds, serial == null ? null : serial / seconds, workers);
  }

  /** Of several worker counts the one that is the cores, else the first. */
  private Cpython.Result result(String workload, String way) {
    Cpython.Result found = null;
    for (Cpython.Result each : python == null ? List.<Cpython.Result>of() : python.results()) {
      boolean same = each.workload().equals(workload) && each.way().equals(way);
      if (same && (found == null || each.workers() == data.plan().cores())) {
        found = each;
      }
    }
    return found;
  }

  private Python python(String workload, String way) {
    Cpython.Result result = result(workload, way);
    if (result == null) {
      return null;
    }
    Cpython.Result serial = result(workload, "SERIAL");
    double[] logs = logs(result);
    return new Python(
        result.workers(),
        StrictMath.exp(ForkStatistics.mean(logs)),
        ForkStatistics.interval(logs),
        logs.length,
        way.equals("SERIAL")
            ? new Ratio(1, null)
            : serial == null ? null : ForkStatistics.ratio(logs(serial), logs));
  }

  private static double[] logs(Cpython.Result result) {
    return result.seconds().stream().mapToDouble(StrictMath::log).toArray();
  }

  private Java java(String role, String workload, String kind) {
    Price price = price(role, workload, kind);
    if (price == null) {
      return null;
    }
    Price serial = price(role, workload, "SERIAL");
    double seconds = seconds(price);
    return new Java(
        price.trial(),
        kind,
        price.workers(),
        seconds,
        serial == null || seconds == 0 ? null : (Double) (seconds(serial) / seconds));
  }

  private static double seconds(Price price) {
    return price.score() * TimeUnits.nanosPer(price.unit()) / 1e9;
  }

  /** Returns the trial at as many workers as cores, else at the most below. */
  private Price price(String role, String workload, String kind) {
    Price found = null;
    for (Price price : prices) {
      boolean here =
          price.measured()
              && Objects.equals(price.workload(), workload)
              && ("executor:" + kind).equals(price.construct())
              && (role.equals(price.role()) || (price.role() == null && role.equals("SWEEP")))
              && (price.lock() == null || price.lock().equals("NONE"))
              && (price.chunk() == null || price.chunk() == 1)
              && (price.workers() == null || price.workers() <= data.plan().cores());
      if (here && (found == null || found.workers() == null || found.workers() < workers(price))) {
        found = price;
      }
    }
    return found;
  }

  private static int workers(Price price) {
    return price.workers() == null ? 1 : price.workers();
  }

  private List<RoundTrip> roundTrips() {
    List<RoundTrip> trips = new ArrayList<>();
    Double here =
        python == null || python.roundTrips().isEmpty()
            ? null
            : (Double) ForkStatistics.quantile(python.roundTrips(), 0.5);
    if (here != null) {
      trips.add(new RoundTrip("CPython ProcessPoolExecutor", null, here, 1.0));
    }
    for (String kind : List.of("PROCESS_POOL", "FIXED")) {
      for (Price price : prices) {
        if (price.measured()
            && "ROUND_TRIP".equals(price.role())
            && ("executor:" + kind).equals(price.construct())) {
          double micros = seconds(price) * 1e6;
          Double share = here == null || here == 0 ? null : (Double) (micros / here);
          trips.add(new RoundTrip(kind, price.trial(), micros, share));
        }
      }
    }
    // Alone it answers nothing.
    return trips.stream().allMatch(trip -> trip.trial() == null) ? List.of() : trips;
  }
}
