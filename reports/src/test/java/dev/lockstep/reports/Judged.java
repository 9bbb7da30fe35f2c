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

  /** Returns a section, or fails. */
  JsonNode section(String id) throws IOException {
    return find("sections", "id", id);
  }

  /**
   * Returns what the findings of a rule say, one after the other; nothing where nothing is found.
   */
  String found(String section, String rule) throws IOException {
    StringBuilder all = new StringBuilder();
    for (JsonNode each : section(section).get("findings")) {
      all.append(
          each.get("id").stringValue().equals(rule) ? each.get("sentence").stringValue() : "");
    }
    return all.toString();
  }

  /** Returns a metric of a trial. */
  JsonNode metric(String trial, String name) throws IOException {
    return find("observations", "trial", trial).get("metrics").get(name);
  }

  /** Returns the first cell of a table that is of a trial. */
  JsonNode cell(String section, int table, String trial) throws IOException {
    for (JsonNode row : section(section).get("tables").get(table).get("rows")) {
      for (JsonNode cell : row.get("cells")) {
        if (cell.get("trial").asString("").equals(trial)) {
          return cell;
        }
      }
    }
    throw new IllegalArgumentException(trial);
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
