/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import dev.lockstep.core.run.Harness;
import dev.lockstep.core.run.Json;
import dev.lockstep.core.run.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Turns a result file of any run of this jar into JSON: {@code java
 * -Dlockstep.main=dev.lockstep.jcstress.run.Convert -jar jcstress.jar jcstress-results-….bin.gz
 * out.json}. Exits 3 with one sentence if the file cannot be read in full.
 */
public final class Convert {

  private Convert() {}

  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      System.err.println("Name the result file and the JSON file to write.");
      System.exit(Harness.FAILED);
    }
    try {
      Files.write(
          Path.of(arguments[1]), Json.write(StressFile.of(Blob.read(Path.of(arguments[0])))));
    } catch (RefusedException e) {
      System.err.println(e.getMessage());
      System.exit(Harness.REFUSED);
    }
  }
}
