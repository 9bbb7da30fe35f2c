/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a CPython program found beside the JVMs of a healthy sweep. */
final class CpythonFixture {
  private CpythonFixture() {}

  static void fill(RunFixture run) {
    run.planned.put("cpython", true);
    ObjectNode file = run.cpython;
    file.put("schema", 1).put("status", "MEASURED").putNull("why").put("version", "3.11.2");
    file.put("gil", true).put("seconds", 7.9);
    ArrayNode results = file.putArray("results");
    result(results, "GCD_SEED", "SERIAL", 1, 0.40);
    result(results, "GCD_SEED", "THREADS", 2, 0.42);
    result(results, "GCD_SEED", "PROCESSES", 2, 0.25);
    result(results, "FACTORIZE_SEED", "SERIAL", 1, 0.32);
    result(results, "FACTORIZE_SEED", "THREADS", 2, 0.34);
    result(results, "FACTORIZE_SEED", "PROCESSES", 2, 0.21);
    file.putArray("roundTrips").add(98.0).add(101.0).add(104.0);
  }

  private static void result(
      ArrayNode results, String workload, String way, int workers, double median) {
    ObjectNode result = results.addObject();
    result.put("workload", workload).put("way", way).put("workers", workers);
    result.putArray("seconds").add(median * 1.1).add(median).add(median * 0.95);
  }
}
