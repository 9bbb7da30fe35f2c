/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.report.Report;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** Renders the page of a run: one file that needs no network, and the chart library beside it. */
public final class Site {
  /** Name of the chart library beside the page. */
  public static final String CHARTS = "echarts.min.js";

  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          Site.class.getClassLoader(),
          "dev.lockstep.reports.site.templates");

  private Site() {}

  /** Returns the page of a report as HTML. */
  public static String page(Report report) {
    StringOutput html = new StringOutput();
    render("page.jte", Pages.of(report, style(), text("page.js")), html);
    return html.toString();
  }

  /** Returns the chart library as it lies in its WebJar. */
  public static byte[] charts() {
    Properties versions = new Properties();
    try (InputStream in = open("versions.properties")) {
      versions.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes(
        "/META-INF/resources/webjars/echarts/%s/dist/%s"
            .formatted(versions.getProperty("echarts"), CHARTS));
  }

  static String style() {
    return text("page.css");
  }

  static void render(String template, Object parameter, TemplateOutput out) {
    ENGINE.render(template, parameter, out);
  }

  private static String text(String name) {
    return new String(bytes(name), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String name) {
    try (InputStream in = open(name)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String name) {
    InputStream in = Site.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException("reports.jar holds no " + name);
    }
    return in;
  }
}
