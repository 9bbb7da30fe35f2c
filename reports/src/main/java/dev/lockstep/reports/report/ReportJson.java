/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes values as JSON: the same value gives the same bytes on every Java and every system. */
public final class ReportJson {
  // Double.toString changed between Java 17 and 19; Jackson's own writer did not.
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER).build())
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .build();

  private ReportJson() {}

  /** Returns the value as indented JSON with a newline at the end. */
  public static String indented(Object value) {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
    return MAPPER
            .writer()
            .with(SerializationFeature.INDENT_OUTPUT)
            .with(printer)
            .writeValueAsString(value)
        + "\n";
  }

  /** Returns the value as JSON on one line that ends no script element it stands in. */
  public static String inScript(Object value) {
    return compact(value)
        .replace("&", "\\u0026")
        .replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  /** Returns the value as JSON on one line. */
  public static String compact(Object value) {
    return MAPPER.writeValueAsString(value);
  }
}
