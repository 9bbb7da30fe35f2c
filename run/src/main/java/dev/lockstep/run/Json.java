/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the run directory's files use it: records in, records out. */
public final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  public static byte[] write(Object value) {
    return (MAPPER.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads one file.
   *
   * @throws RefusedException if the file is missing, unreadable or not this kind of JSON
   */
  public static <T> T read(Path file, Class<T> type) {
    try {
      T value = MAPPER.readValue(Files.readAllBytes(file), type);
      if (value == null) {
        throw new RefusedException(
            "%s is empty: delete the run directory and start again.".formatted(file));
      }
      return value;
    } catch (NoSuchFileException e) {
      throw new RefusedException("%s is missing: run the plan again.".formatted(file), e);
    } catch (IOException e) {
      throw new RefusedException("%s cannot be read: %s.".formatted(file, e.getMessage()), e);
    } catch (JacksonException e) {
      throw new RefusedException(
          "%s is damaged (%s): delete the run directory and start again."
              .formatted(file, e.getOriginalMessage()),
          e);
    }
  }
}
