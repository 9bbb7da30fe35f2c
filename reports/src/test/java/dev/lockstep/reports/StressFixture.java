/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import static dev.lockstep.reports.RunFixture.CONFIGURATIONS;
import static dev.lockstep.reports.RunFixture.EXECUTOR;
import static dev.lockstep.reports.RunFixture.LOCKED;
import static dev.lockstep.reports.RunFixture.PUBLICATION;
import static dev.lockstep.reports.RunFixture.RACE;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The constructs of a healthy run, their planned tests and what jcstress saw of them. */
final class StressFixture {
  private static final double SAMPLES_PER_SECOND = 10_000_000.0;

  private final RunFixture run;

  private StressFixture(RunFixture run) {
    this.run = run;
  }

  static void fill(RunFixture run) {
    run.jcstress.put("jcstress", "0.16").putArray("results");
    run.jcstress.putArray("tests");
    StressFixture stress = new StressFixture(run);
    stress.counters();
    stress.executors();
    stress.exhibits();
    stress.notRun();
  }

  private void counters() {
    race("UNLOCKED", "unlocked", "PlainIncrement", 0.157);
    race("OPAQUE", "opaque", "OpaqueIncrement", 0.210);
    race("VOLATILE", "volatile", "VolatileIncrement", 0.243);
    exact("SYNCHRONIZED", "synchronized", "Synchronized");
    exact("REENTRANT_LOCK", "ReentrantLock", "ReentrantLock");
    exact("REENTRANT_LOCK_FAIR", "ReentrantLock (fair)", "ReentrantLockFair");
    exact("READ_WRITE_LOCK", "ReentrantReadWriteLock", "ReadWriteLock");
    exact("STAMPED_LOCK", "StampedLock", "StampedLock");
    exact("SEMAPHORE", "Semaphore(1)", "Semaphore");
    exact("SPIN_LOCK", "spin lock", "SpinLock");
    exact("ATOMIC", "AtomicInteger", "Atomic");
    exact("VAR_HANDLE", "VarHandle getAndAdd", "VarHandle");
    exact("ADDER", "LongAdder", "Adder");
    exact("CONFINED", "thread-confined", "Confined");
    twin(LOCKED + "LockedWriteOnly", "1", "the lock guards only the write");
    twin(LOCKED + "TwoLocks", "1", "each thread locks a lock of its own");
    twin(LOCKED + "AtomicGetThenSet", "1", "get and set instead of one increment")
        .put("twinRole", "MUTANT")
        .put("mutates", "counter:ATOMIC");
  }

  private void executors() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("SERIAL", "caller's loop");
    kinds.put("THREAD_PER_TASK", "one thread per task");
    kinds.put("FIXED", "fixed pool");
    kinds.put("WORK_STEALING", "work stealing");
    kinds.put("FORK_JOIN_SPLIT", "fork/join, split tasks");
    kinds.put("VIRTUAL", "virtual threads");
    kinds.forEach(
        (name, label) -> {
          run.construct("executor", name, label, null);
          ObjectNode proof = exactProof(EXECUTOR + name, "executor:" + name, "0");
          ObjectNode row = row(proof, "the result of a task is not seen", "0");
          control(row, EXECUTOR + "Unjoined", "it does not wait for its tasks");
        });
    twin(EXECUTOR + "Unjoined", "0", "it does not wait for its tasks");
  }

  private void exhibits() {
    run.construct("publication", "PLAIN", "plain reference", null);
    run.construct("publication", "STORE_BUFFER", "two plain flags", null);
    run.construct("publication", "IRIW", "two writers, two readers", null);
    exhibit("Plain", "publication:PLAIN", "1, 0", 0, "the reference is seen before the field");
    exhibit("Flags", "publication:STORE_BUFFER", "0, 0", 37_000, "both stores are still buffered");
  }

  private void notRun() {
    run.leaveOut(
        "PROOF",
        "dev.lockstep.jcstress.counter.FiveActors.Unlocked",
        "counter:UNLOCKED",
        "needs 5 CPUs, this machine has 2");
    run.leaveOut(
            "PROOF", PUBLICATION + "IndependentReads", "publication:IRIW", "needs a longer plan")
        .put("cause", "PLAN");
  }

  private void race(String name, String label, String test, double share) {
    run.construct("counter", name, label, "RACY");
    ObjectNode proof = planned(RACE + test, "counter:" + name, "PROOF");
    proof.put("contract", "MUST_OBSERVE").put("heart", name.equals("UNLOCKED"));
    proof.withArray("mustObserve").add("1");
    double tilt = 0.8;
    for (String configuration : CONFIGURATIONS) {
      long seen = Math.round(6_000_000 * share * tilt);
      tilt += 0.13;
      ObjectNode result = result(RACE + test, configuration, 6_000_000);
      outcome(result, "2", 6_000_000 - seen, "ACCEPTABLE", "both updates kept");
      outcome(result, "1", seen, "ACCEPTABLE_INTERESTING", "one update lost");
    }
  }

  private void exact(String name, String label, String test) {
    run.construct("counter", name, label, "EXACT");
    ObjectNode proof = exactProof(LOCKED + test, "counter:" + name, "1").put("heart", true);
    ObjectNode row = row(proof, "an update is trampled", "1");
    control(row, LOCKED + "LockedWriteOnly", "the lock guards only the write");
    control(row, LOCKED + "TwoLocks", "each thread locks a lock of its own");
  }

  private ObjectNode exactProof(String test, String construct, String forbidden) {
    for (String configuration : CONFIGURATIONS) {
      ObjectNode result = result(test, configuration, 60_000_000);
      outcome(result, "2", 60_000_000, "ACCEPTABLE", "both updates kept");
      outcome(result, forbidden, 0, "FORBIDDEN", "one update lost");
    }
    return planned(test, construct, "PROOF").put("contract", "FORBIDS");
  }

  /** Adds a forbidden row to a planned proof. */
  static ObjectNode row(ObjectNode proof, String means, String... outcomes) {
    ObjectNode row = proof.withArray("rows").addObject().put("means", means);
    for (String each : outcomes) {
      row.withArray("outcomes").add(each);
    }
    row.putArray("controls");
    return row;
  }

  /** Adds a natural control to a row. */
  static ObjectNode control(ObjectNode row, String twin, String differs) {
    ObjectNode control = row.withArray("controls").addObject();
    control.put("twin", twin).put("differs", differs).put("order", false);
    return control.put("widened", false).putNull("ceiling");
  }

  /** The interpreter, which comes first, does not show it: the fork in the middle does. */
  private ObjectNode twin(String test, String broken, String bug) {
    ObjectNode twin = planned(test, null, "TWIN");
    twin.put("contract", "MUST_OBSERVE").put("twinRole", "CONTROL").put("bug", bug);
    twin.withArray("mayObserve").add(broken);
    for (String configuration : CONFIGURATIONS) {
      long seen = configuration.equals("interpreter") ? 0 : 500_000;
      ObjectNode result = result(test, configuration, 5_000_000);
      outcome(result, "2", 5_000_000 - seen, "ACCEPTABLE", "both updates kept");
      outcome(result, broken, seen, "ACCEPTABLE_INTERESTING", "caught");
    }
    return twin;
  }

  private void exhibit(String test, String construct, String id, long seen, String meaning) {
    ObjectNode exhibit = planned(PUBLICATION + test, construct, "EXHIBIT");
    exhibit.put("contract", "ALLOWS").withArray("mayObserve").add(id);
    for (String configuration : CONFIGURATIONS) {
      ObjectNode result = result(PUBLICATION + test, configuration, 20_000_000);
      outcome(result, "1, 1", 20_000_000 - seen, "ACCEPTABLE", "in order");
      outcome(result, id, seen, "ACCEPTABLE_INTERESTING", meaning);
      outcome(result, "2, 2", 0, "FORBIDDEN", "nobody wrote that");
    }
  }

  private ObjectNode planned(String test, String construct, String role) {
    ObjectNode proof = run.list("proofs").addObject();
    String outer = test.substring(0, test.lastIndexOf('.'));
    proof.put("test", test).put("construct", construct).put("role", role).put("actors", 2);
    proof.put("template", outer.substring(outer.lastIndexOf('.') + 1)).put("heart", false);
    proof.put("leastOrders", 100).putArray("orders");
    proof.putArray("rows");
    proof.put("widened", false).put("sightings", 20).put("leastForks", 3).put("leastPower", 20.0);
    proof.putNull("twinRole").putNull("mutates").putNull("bug");
    proof.putArray("mustObserve");
    proof.putArray("mayObserve");
    ObjectNode forks = proof.putObject("forks");
    CONFIGURATIONS.forEach(each -> forks.put(each, 1));
    return proof;
  }

  private ObjectNode result(String test, String configuration, long samples) {
    ObjectNode rate = run.jcstress.withArray("tests").addObject();
    rate.put("test", test).put("configuration", configuration).put("forks", 1);
    rate.put("samples", samples).put("seconds", samples / SAMPLES_PER_SECOND);
    rate.put("samplesPerSecond", SAMPLES_PER_SECOND).putArray("sightings");
    ObjectNode result = run.jcstress.withArray("results").addObject();
    result.put("order", run.jcstress.withArray("results").size());
    result.put("test", test).put("configuration", configuration).put("fork", 0);
    result.putArray("jvmArgs");
    result.put("scheduling", "").put("status", "NORMAL").put("samples", samples);
    result.put("seconds", samples / SAMPLES_PER_SECOND);
    result.putArray("outcomes");
    result.putArray("messages");
    return result;
  }

  private void outcome(ObjectNode result, String id, long count, String expect, String meaning) {
    ObjectNode outcome = result.withArray("outcomes").addObject();
    outcome.put("id", id).put("count", count).put("expect", expect).put("description", meaning);
    if (count > 0 && expect.equals("ACCEPTABLE_INTERESTING")) {
      ObjectNode rate =
          (ObjectNode) run.jcstress.get("tests").get(run.jcstress.get("tests").size() - 1);
      ObjectNode sighting = rate.withArray("sightings").addObject();
      sighting.put("outcome", id).put("expect", expect).put("count", count).put("fork", 0);
      sighting.set("within", result.get("samples"));
    }
  }
}
