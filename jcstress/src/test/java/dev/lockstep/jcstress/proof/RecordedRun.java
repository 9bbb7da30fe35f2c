/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.proof;

import dev.lockstep.run.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The run that the comments of the stress tests show.
 *
 * @param machine what it ran on and how, as the comments say it
 * @param cpus of the machine
 * @param tests the name of a test to its outcomes and their counts over all configurations
 */
record RecordedRun(int schema, String machine, int cpus, Map<String, Map<String, Long>> tests) {

  private static final Path FILE = Path.of("src/test/resources/recorded-run.json");

  static RecordedRun read() throws IOException {
    return Json.read(FILE, RecordedRun.class);
  }

  void write() throws IOException {
    Files.createDirectories(FILE.getParent());
    Files.write(FILE, Json.write(this));
  }

  /** Adds up what the results of a run say, {@code jcstress.json} in its directory. */
  static RecordedRun of(Path run) throws IOException {
    JsonNode environment = tree(run.resolve("environment.json")).get("start");
    int cpus = environment.get("cores").intValue();
    String arch = environment.get("arch").stringValue().replace("amd64", "x86_64");
    String jdk = environment.get("jdk").stringValue().replaceFirst("[.].*", "");
    RecordedRun recorded =
        new RecordedRun(
            1,
            "%s, on %s: %s with %d CPUs and JDK %s"
                .formatted(
                    environment.get("at").stringValue().substring(0, 10),
                    environment.get("cpu").stringValue(),
                    arch,
                    cpus,
                    jdk),
            cpus,
            new TreeMap<>());
    recorded.add(run.resolve("jcstress.json"));
    return recorded;
  }

  /** Adds the tests of one more file that are not there yet. */
  void add(Path results) throws IOException {
    Map<String, Map<String, Long>> more = new TreeMap<>();
    for (JsonNode result : tree(results).get("results")) {
      Map<String, Long> counts =
          more.computeIfAbsent(result.get("test").stringValue(), test -> new TreeMap<>());
      for (JsonNode outcome : result.get("outcomes")) {
        counts.merge(outcome.get("id").stringValue(), outcome.get("count").longValue(), Long::sum);
      }
    }
    more.forEach(tests::putIfAbsent);
  }

  private static JsonNode tree(Path file) throws IOException {
    return JsonMapper.shared().readTree(Files.readAllBytes(file));
  }
}
