/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads {@code models.json} and the witnesses that it names. */
final class ModelReader {
  private static final String FILE = "models.json";

  private final Path run;
  private final FilesBelow witnesses;
  private final List<Fault> faults;
  private final Map<String, ModelResult> results = new LinkedHashMap<>();
  private final Set<String> damaged = new TreeSet<>();

  private ModelReader(Path run, List<Fault> faults) {
    this.run = run;
    this.witnesses = new FilesBelow(run, "witnesses");
    this.faults = faults;
  }

  /**
   * Returns whatever can be read, and adds what cannot to the faults.
   *
   * @throws BadInput if the file as a whole cannot be read
   */
  static RunData.Models read(Path run, List<Fault> faults) {
    return new ModelReader(run, faults).read();
  }

  private RunData.Models read() {
    JsonView file = JsonFile.object(run, FILE);
    String fray = file.textOrNull("fray");
    String checker =
        "Lincheck " + file.text("lincheck") + (fray == null ? "" : " and Fray " + fray);
    for (JsonView each : file.requiredList("results")) {
      String id = null;
      try {
        id = each.text("id");
        if (results.containsKey(id)) {
          throw each.bad("model " + Quoted.name(id) + " stands there twice");
        }
        results.put(id, withWitness(ModelResult.read(each)));
      } catch (BadInput e) {
        faults.add(e.fault());
        if (id != null) {
          damaged.add(id);
        }
      }
    }
    return new RunData.Models(checker, results, damaged);
  }

  /** A violation remains one, also where its witness cannot be read. */
  private ModelResult withWitness(ModelResult result) {
    if (!result.outcome().equals("BROKEN")) {
      return result;
    }
    try {
      return result.with(witness(result));
    } catch (BadInput e) {
      faults.add(e.fault());
      return result;
    }
  }

  private Witness witness(ModelResult result) {
    String fault = witnesses.faultOf(result.file());
    if (fault != null) {
      throw missing(FILE, "the witness of " + Quoted.name(result.id()), fault);
    }
    JsonView file = JsonFile.object(run, result.file());
    Witness witness = Witness.read(file);
    if (!witness.id().equals(result.id())) {
      throw file.bad(
          "it is of model %s, not of %s"
              .formatted(Quoted.name(witness.id()), Quoted.name(result.id())));
    }
    String textFault = witnesses.faultOf(witness.text());
    if (textFault != null) {
      throw missing(result.file(), "its text", textFault);
    }
    return witness;
  }

  private static BadInput missing(String file, String what, String fault) {
    return new BadInput(new Fault(file, what + " cannot be shown, " + fault, Fault.AGAIN));
  }
}
