/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import tools.jackson.databind.node.ObjectNode;

/** The planned models of a healthy run, what the model checker said of them, and its witnesses. */
final class ModelFixture {
  static final String SCENARIO = "two threads increment, then the value is read";

  private final RunFixture run;

  private ModelFixture(RunFixture run) {
    this.run = run;
  }

  static void fill(RunFixture run) {
    run.models.put("lincheck", "3.7").put("fray", "0.9.2").putArray("results");
    ModelFixture models = new ModelFixture(run);
    models.clean("counter:SYNCHRONIZED", "SynchronizedCounter", 61, true);
    models.clean("counter:SPIN_LOCK", "SpinLockCounter", 2_000, false);
    models.broken("counter:OPAQUE", "counter:OPAQUE", "OpaqueCounter", null);
    models.broken("counter:UNLOCKED", "counter:UNLOCKED", "UnlockedCounter", null);
    models.broken("AtomicGetThenSet", null, "AtomicGetThenSet", "counter:ATOMIC");
  }

  private void clean(String construct, String name, int interleavings, boolean exhausted) {
    planned(construct, construct, name, "HOLDS").putNull("mutates").putNull("bug");
    ObjectNode result = result(construct, "NOTHING_FOUND", interleavings, exhausted);
    result.putNull("message").putNull("witness");
  }

  private void broken(String id, String construct, String name, String mutates) {
    planned(id, construct, name, "BREAKS")
        .put("mutates", mutates)
        .put("bug", mutates == null ? null : "get and set instead of one increment");
    String witness = "witnesses/" + id.replace(':', '-');
    result(id, "BROKEN", 12, false).putNull("message").put("witness", witness + ".json");
    run.witnesses.put(witness + ".json", witness(id, witness + ".txt"));
    run.texts.put(witness + ".txt", "| increment(1) | increment(1) |");
  }

  private ObjectNode planned(String id, String construct, String name, String expect) {
    ObjectNode model = run.list("models").addObject();
    model.put("checker", id.equals("counter:SPIN_LOCK") ? "FRAY" : "LINCHECK");
    model.put("id", id).put("construct", construct).put("name", name);
    return model.put("scenario", SCENARIO).put("expect", expect);
  }

  private ObjectNode result(String id, String outcome, int interleavings, boolean exhausted) {
    ObjectNode result = run.models.withArray("results").addObject();
    result.put("id", id).put("outcome", outcome).put("interleavings", interleavings);
    return result.put("exhausted", exhausted).put("seconds", 0.8);
  }

  private static ObjectNode witness(String id, String text) {
    ObjectNode witness = RunFixture.object("schema", 1);
    witness.put("id", id).put("text", text).put("wrong", "value() gave 1 after two increments");
    witness.putArray("threads").add("thread 1").add("thread 2");
    witness.putArray("steps");
    step(witness, 1, "increment(1): count is read: 0");
    step(witness, 2, "increment(1): count is read: 0");
    step(witness, 2, "increment(1): count is written: 1");
    step(witness, 1, "increment(1): count is written: 1");
    step(witness, 1, "value(): 1");
    return witness;
  }

  private static void step(ObjectNode witness, int thread, String text) {
    witness.withArray("steps").addObject().put("thread", thread).put("text", text);
  }
}
