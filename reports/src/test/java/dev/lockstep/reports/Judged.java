/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What the command line said and wrote of a run. */
record Judged(Path run, int exit, String out, String err) {

  static Judged of(RunFixture fixture, Path run) throws IOException {
    return at(fixture.write(run));
  }

  static Judged at(Path run) {
    return command("judge", "--run-dir=" + run).in(run);
  }

  static Judged command(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new Judged(Path.of("."), exit, out.toString(), err.toString());
  }

  private Judged in(Path directory) {
    return new Judged(directory, exit, out, err);
  }

  JsonNode report() throws IOException {
    return RunFixture.MAPPER.readTree(Files.readAllBytes(run.resolve("report.json")));
  }

  String text(String name) throws IOException {
    return Files.readString(run.resolve(name));
  }

  /** All pages of the run, one after the other. */
  String pages() throws IOException {
    StringBuilder all = new StringBuilder();
    for (String name : List.of("index.html", "proofs.html", "models.html", "flames.html")) {
      Path page = run.resolve("site").resolve(name);
      all.append(Files.exists(page) ? Files.readString(page) : "");
    }
    return all.toString();
  }

  String verdict() throws IOException {
    return report().get("verdict").stringValue();
  }

  List<String> reasons() throws IOException {
    return StreamSupport.stream(report().get("reasons").spliterator(), false)
        .map(JsonNode::stringValue)
        .toList();
  }

  JsonNode find(String list, String key, String value) throws IOException {
    for (JsonNode each : report().get(list)) {
      if (each.get(key).stringValue().equals(value)) {
        return each;
      }
    }
    throw new IllegalArgumentException(value);
  }
}
