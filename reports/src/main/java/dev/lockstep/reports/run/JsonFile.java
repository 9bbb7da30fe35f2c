/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads one JSON file whole, or says in one sentence why not. */
public final class JsonFile {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonFile() {}

  /**
   * Returns the object in a file that carries {@code "schema": 1}.
   *
   * @param run the run directory
   * @param name the file, relative to it
   */
  public static JsonView object(Path run, String name) {
    JsonView view = new JsonView(name, "", tree(run, name));
    long schema = view.count("schema");
    if (schema != 1) {
      throw new BadInput(
          new Fault(
              name,
              "schema " + schema + " is unknown, this judge reads schema 1",
              "judge it with the version of Lockstep that wrote it"));
    }
    return view;
  }

  static JsonNode tree(Path run, String name) {
    try {
      JsonNode tree = MAPPER.readTree(Files.readAllBytes(run.resolve(name)));
      if (tree == null || tree.isMissingNode()) {
        throw new BadInput(new Fault(name, "the file is empty", Fault.AGAIN));
      }
      return tree;
    } catch (NoSuchFileException e) {
      throw new BadInput(new Fault(name, "the file is missing", Fault.AGAIN));
    } catch (IOException e) {
      throw new BadInput(
          new Fault(name, "the file cannot be read", "check that it is a file you may read"));
    } catch (JacksonException e) {
      throw new BadInput(new Fault(name, "no valid JSON" + place(e), Fault.AGAIN));
    }
  }

  private static String place(JacksonException e) {
    if (e.getLocation() == null || e.getLocation().getLineNr() < 1) {
      return ", it may be cut off";
    }
    return ", it breaks off or goes wrong at line "
        + e.getLocation().getLineNr()
        + ", column "
        + e.getLocation().getColumnNr();
  }
}
