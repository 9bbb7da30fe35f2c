/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import dev.lockstep.jcstress.proof.Proofs;
import dev.lockstep.run.Harness;
import dev.lockstep.run.Json;
import dev.lockstep.run.RefusedException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.runners.TestList;

/**
 * Turns a result file of any run of this jar, by hand or by plan, into JSON and JUnit XML: {@code
 * java -Dlockstep.main=dev.lockstep.jcstress.run.Convert -jar jcstress.jar
 * jcstress-results-….bin.gz}. The two files are written where the command is typed, under the name
 * of the result file or under the name given after it. Exits 3 with one sentence if the file cannot
 * be read in full.
 */
public final class Convert {

  private static final String BLOB = ".bin.gz";

  private Convert() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments, System.out, System.err));
  }

  static int run(String[] arguments, PrintStream out, PrintStream err) {
    if (arguments.length < 1 || arguments.length > 2) {
      err.println("Name the result file, and after it, if you like, a name for what is written.");
      return Harness.FAILED;
    }
    Path blob = Path.of(arguments[0]);
    String name = blob.getFileName().toString();
    String base =
        arguments.length == 2
            ? arguments[1]
            : name.endsWith(BLOB) ? name.substring(0, name.length() - BLOB.length()) : name;
    try {
      Collection<TestResult> results = Blob.read(blob);
      refuseStrangers(blob, results);
      StressFile file = StressFile.of(results);
      write(Path.of(base + ".json"), Json.write(file));
      write(
          Path.of(base + ".xml"),
          StressXml.of(file, Proofs.all()).getBytes(StandardCharsets.UTF_8));
      out.printf("%d results: %s.json, %s.xml%n", results.size(), base, base);
      return 0;
    } catch (RefusedException e) {
      err.println(e.getMessage());
      return Harness.REFUSED;
    }
  }

  private static void refuseStrangers(Path blob, Collection<TestResult> results) {
    for (TestResult result : results) {
      if (!TestList.tests().contains(result.getName())) {
        throw new RefusedException(
            "%s holds a result of %s, which is not in this jar: convert it with the jar that wrote it."
                .formatted(blob, result.getName()));
      }
    }
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new RefusedException(
          "%s cannot be written (%s): make room or name another.".formatted(file, e.getMessage()),
          e);
    }
  }
}
