/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.flame.DifferencePage;
import dev.lockstep.reports.flame.Flames;
import dev.lockstep.reports.report.Report;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Renders the pages of a run: files that need no network, and the chart library beside them. */
public final class Site {
  /** The page to begin with. */
  public static final String INDEX = "index.html";

  /** The page of all proofs. */
  static final String PROOFS = "proofs.html";

  /** The page of what the model checkers found. */
  static final String MODELS = "models.html";

  /** The page of all flame graphs. */
  static final String FLAMES = "flames.html";

  /** The directory of the pages that set two flame graphs against each other. */
  public static final String DIFFERENCES = "difference";

  /** The pages that a run can have, in the order in which they are written: the first one last. */
  public static final List<String> NAMES = List.of(PROOFS, MODELS, FLAMES, INDEX);

  /** Name of the chart library beside the page. */
  public static final String CHARTS = "echarts.min.js";

  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          Site.class.getClassLoader(),
          "dev.lockstep.reports.site.templates");

  private Site() {}

  /** Returns those of the pages that a report has, as HTML by name of their file. */
  public static Map<String, String> pages(Report report, Flames flames) {
    Page page = Pages.of(report, flames.index(), style(), text("page.js"));
    Map<String, String> pages = new HashMap<>();
    if (page.hasProofs()) {
      pages.put(PROOFS, html("pages/proofs.jte", page));
    }
    if (page.models() != null) {
      pages.put(MODELS, html("pages/models.jte", page));
    }
    if (flames.index() != null) {
      pages.put(FLAMES, html("pages/flames.jte", page));
    }
    pages.put(INDEX, html("pages/index.jte", page));
    return pages;
  }

  private static String html(String template, Page page) {
    StringOutput html = new StringOutput();
    render(template, page, html);
    return html.toString();
  }

  /** Returns the page of one difference, which stands alone or below the others of its run. */
  public static String difference(DifferencePage page, boolean ofRun) {
    StringOutput html = new StringOutput();
    Map<String, Object> parameters =
        Map.of("page", page, "ofRun", ofRun, "style", style(), "script", text("page.js"));
    ENGINE.render("pages/difference.jte", parameters, html);
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
