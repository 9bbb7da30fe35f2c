/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.node.ObjectNode;

/**
 * One way to spoil a healthy run, and what must be said of it.
 *
 * @param exit code of the judge
 * @param sentence the only reason
 * @param bend what is done to the trees before they are written
 * @param spoil what is done to the files then
 */
record SpoiltRun(String name, int exit, String sentence, Bend bend, Spoil spoil) {
  static final String AGAIN = "; run the plan again.";
  static final String FOREIGN = "; the file was not written by this version of the harness.";
  static final String ATOMIC = RunFixture.LOCKED + "Atomic";
  static final String PLAIN = RunFixture.RACE + "PlainIncrement";
  static final String TWIN = RunFixture.LOCKED + "LockedWriteOnly";
  static final String MUTANT = RunFixture.LOCKED + "AtomicGetThenSet";
  static final String EXHIBIT = RunFixture.PUBLICATION + "Plain";
  static final String TRIAL = "CounterCost.increment-kind=ATOMIC-threads=2";

  interface Bend {
    void bend(RunFixture fixture);
  }

  interface Spoil {
    void spoil(Path run) throws IOException;
  }

  /** Returns a run that is incomplete because of what its files say. */
  static SpoiltRun bent(String name, String sentence, Bend bend) {
    return new SpoiltRun(name, 3, sentence, bend, run -> {});
  }

  /** Returns a run in which something is broken. */
  static SpoiltRun broken(String name, String sentence, Bend bend) {
    return new SpoiltRun(name, 2, sentence, bend, run -> {});
  }

  /** Returns a run that is incomplete because a file is not what was written. */
  static SpoiltRun spoilt(String name, String sentence, Spoil spoil) {
    return new SpoiltRun(name, 3, sentence, fixture -> {}, spoil);
  }

  static Spoil delete(String file) {
    return run -> Files.delete(run.resolve(file));
  }

  static Spoil cut(String file, int length) {
    return run ->
        Files.writeString(
            run.resolve(file), Files.readString(run.resolve(file)).substring(0, length));
  }

  static ObjectNode outcome(RunFixture f, String test, String configuration, int index) {
    return (ObjectNode) f.result(test, configuration).get("outcomes").get(index);
  }

  /** Takes every sight of an outcome away. */
  static void unsee(RunFixture f, String test, int index) {
    RunFixture.CONFIGURATIONS.forEach(each -> outcome(f, test, each, index).put("count", 0));
  }

  @Override
  public String toString() {
    return name;
  }
}
