/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.site;

import dev.lockstep.reports.flame.DifferencePage;
import dev.lockstep.reports.flame.Flames;
import dev.lockstep.reports.report.Exhibit;
import dev.lockstep.reports.report.Price;
import dev.lockstep.reports.report.Proof;
import dev.lockstep.reports.report.Report;
import dev.lockstep.reports.run.RunData;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.TemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Renders the pages of a run: files that need no network, and the chart library beside them. */
public final class Site {
  /** The page to begin with. */
  public static final String INDEX = "index.html";

  /** The page of all proofs. */
  static final String PROOFS = "proofs.html";

  /** The page of all trials. */
  static final String ALL_TRIALS = "trials.html";

  /** The page of what the model checkers found. */
  static final String MODELS = "models.html";

  /** The page of all flame graphs. */
  static final String FLAMES = "flames.html";

  /** The directory of the pages that set two flame graphs against each other. */
  public static final String DIFFERENCES = "difference";

  /** The pages that a run can have beside those that have a directory. */
  public static final List<String> NAMES = List.of(PROOFS, MODELS, FLAMES, ALL_TRIALS, INDEX);

  /** What all pages share. */
  public static final List<String> SHARED = List.of("page.css", "page.js", "trial.js");

  /** Name of the chart library beside the page. */
  public static final String CHARTS = "echarts.min.js";

  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          Site.class.getClassLoader(),
          "dev.lockstep.reports.site.templates");

  private Site() {}

  /**
   * Returns those of the pages that a report has, as HTML by the name of their file, the first one
   * last.
   */
  public static Map<String, String> pages(RunData data, Report report, Flames flames) {
    Page page = Pages.of(report, flames.index());
    Map<String, String> pages = new LinkedHashMap<>();
    List<TrialPage> trials = new ArrayList<>();
    for (Price price : report.prices()) {
      TrialPage trial = TrialPage.of(report, data, page, price);
      pages.put(trial.href(), html("pages/trial.jte", page, "trial", trial));
      trials.add(trial);
    }
    if (!trials.isEmpty()) {
      pages.put(ALL_TRIALS, html("pages/trials.jte", page, "trials", trials));
    }
    ProofPage.Maker tests = new ProofPage.Maker(report, data, page);
    for (Proof proof : report.proofs()) {
      pages.put(
          PageName.ofTest(proof.test()), html("pages/proof.jte", page, "proof", tests.of(proof)));
    }
    for (Exhibit exhibit : report.exhibits()) {
      pages.put(
          PageName.ofTest(exhibit.test()),
          html("pages/proof.jte", page, "proof", tests.of(exhibit)));
    }
    for (DifferencePage difference : flames.differences()) {
      pages.put(DIFFERENCES + "/" + difference.file(), difference(difference, true));
    }
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

  private static String html(String template, Page page, String name, Object more) {
    StringOutput html = new StringOutput();
    ENGINE.render(template, Map.of("page", page, name, more), html);
    return html.toString();
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

  /** Returns a resource that pages share. */
  public static String text(String name) {
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
