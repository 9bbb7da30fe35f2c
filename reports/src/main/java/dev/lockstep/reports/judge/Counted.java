/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * What a benchmark counted beside its time.
 *
 * @param counts per fork and iteration, by name
 */
record Counted(Map<String, List<List<Double>>> counts) {

  /** Returns the sum over all forks and iterations, or null if it was not counted. */
  Double total(String name) {
    double sum = 0;
    int shots = 0;
    for (List<Double> row : counts.getOrDefault(name, List.of())) {
      for (double value : row) {
        sum += value;
        shots++;
      }
    }
    return shots == 0 ? null : (Double) sum;
  }

  /** Returns the largest of all iterations, or null if it was not counted. */
  Double most(String name) {
    Double most = null;
    for (List<Double> row : counts.getOrDefault(name, List.of())) {
      for (double value : row) {
        most = most == null || value > most ? (Double) value : most;
      }
    }
    return most;
  }

  /** Returns the sum by a divisor, or null if it was not counted or there is nothing to divide. */
  Double per(String name, Double divisor) {
    Double total = total(name);
    return total == null || divisor == null || divisor == 0 ? null : (Double) (total / divisor);
  }

  /** Returns what the forks tell of one sum by another. */
  Estimate each(String name, String divisor) {
    List<List<Double>> rows = counts.getOrDefault(name, List.of());
    List<List<Double>> divisors = counts.getOrDefault(divisor, List.of());
    double[] logs = new double[Math.min(rows.size(), divisors.size())];
    double sum = 0;
    for (int fork = 0; fork < logs.length; fork++) {
      double mine = sum(rows.get(fork));
      sum += mine / logs.length;
      logs[fork] = StrictMath.log(mine / sum(divisors.get(fork)));
    }
    return coarse(Estimate.of(logs, Spread.UNKNOWN), sum);
  }

  /** Returns how many forks counted it. */
  int forks(String name) {
    return counts.getOrDefault(name, List.of()).size();
  }

  /** Returns what the forks tell of one of their iterations. */
  Estimate perShot(String name) {
    double[] logs =
        counts.getOrDefault(name, List.of()).stream()
            .mapToDouble(row -> StrictMath.log(sum(row) / row.size()))
            .toArray();
    Estimate counted = Estimate.of(logs, Spread.UNKNOWN);
    return coarse(counted, counted.value());
  }

  /** Returns what the forks tell of the largest of their iterations. */
  Estimate largest(String name) {
    double[] logs =
        counts.getOrDefault(name, List.of()).stream()
            .mapToDouble(row -> StrictMath.log(Collections.max(row)))
            .toArray();
    Estimate counted = Estimate.of(logs, Spread.UNKNOWN);
    return coarse(counted, counted.value());
  }

  /** Small counts that all forks agree on are no more certain than their last digit. */
  private static Estimate coarse(Estimate counted, double count) {
    double rounded = 1 / (12 * count * count * Math.max(1, counted.forks()));
    return new Estimate(
        counted.log(), Math.max(counted.variance(), rounded), counted.freedom(), counted.forks());
  }

  private static double sum(List<Double> row) {
    double sum = 0;
    for (double value : row) {
      sum += value;
    }
    return sum;
  }

  /** Returns how many iterations were counted. */
  int shots(String name) {
    int shots = 0;
    for (List<Double> row : counts.getOrDefault(name, List.of())) {
      shots += row.size();
    }
    return shots;
  }
}
