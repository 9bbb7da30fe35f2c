/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.history;

import dev.lockstep.reports.output.AtomicFiles;
import dev.lockstep.reports.report.ReportJson;
import dev.lockstep.reports.run.JsonFile;
import dev.lockstep.reports.run.JsonView;
import dev.lockstep.reports.site.HistoryPage;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory of nights: each is written once and never changed, the index is made from them. */
public final class History {
  private static final int SHORT_COMMIT = 7;

  private final Path home;

  /** Opens a history, which need not exist yet. */
  public History(Path home) {
    this.home = home;
  }

  /** Thrown when a run cannot become a night; the message is one whole sentence. */
  public static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;

    Refused(String sentence) {
      super(sentence);
    }
  }

  /**
   * Files a judged run as a night and rebuilds the index.
   *
   * @return the name of the night
   * @throws Refused if the run was not judged or is filed already
   * @throws IOException if the history cannot be written
   */
  public String add(Path run) throws IOException, Refused {
    if (!Files.isRegularFile(run.resolve("report.json"))) {
      throw new Refused(run + ": there is no report.json; judge the run first.");
    }
    JsonView report = JsonFile.object(run, "report.json");
    String start = report.textOrNull("start");
    if (start == null) {
      throw new Refused(run + ": the run does not say when it started; its run.json was not read.");
    }
    String commit = report.text("commit");
    String name =
        safe(start.replace(":", ""))
            + "-"
            + safe(report.text("plan"))
            + "-"
            + safe(commit.length() > SHORT_COMMIT ? commit.substring(0, SHORT_COMMIT) : commit);
    Path night = home.resolve("nights").resolve(name);
    if (Files.exists(night)) {
      throw new Refused(night + ": this night is filed already; a night is never changed.");
    }
    Path temporary = night.resolveSibling("." + name + ".tmp");
    try {
      copy(run, temporary);
      Files.move(temporary, night, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(temporary);
    }
    rebuild();
    return name;
  }

  /**
   * Returns all nights, the latest first.
   *
   * @throws IOException if the history cannot be read
   */
  public List<Night> nights() throws IOException {
    Path nights = home.resolve("nights");
    if (!Files.isDirectory(nights)) {
      return List.of();
    }
    List<Night> all = new ArrayList<>();
    try (Stream<Path> directories = Files.list(nights)) {
      directories
          .filter(each -> Files.isDirectory(each) && !each.getFileName().toString().startsWith("."))
          .sorted(Comparator.comparing((Path each) -> each.getFileName().toString()).reversed())
          .forEach(each -> all.add(Night.read(each)));
    }
    return all;
  }

  private record Index(int schema, List<Night> nights) {}

  private void rebuild() throws IOException {
    List<Night> nights = nights();
    AtomicFiles.write(home.resolve("index.json"), ReportJson.indented(new Index(1, nights)));
    List<HistoryPage.Row> rows = new ArrayList<>();
    for (Night night : nights) {
      rows.add(
          new HistoryPage.Row(
              night.start(),
              night.plan(),
              night.commit(),
              night.verdict(),
              night.proofs().toString(),
              night.prices().toString(),
              night.page(),
              night.sentence()));
    }
    AtomicFiles.write(home.resolve("index.html"), HistoryPage.html(rows));
  }

  /** Keeps letters, digits, dots and dashes: a name from a file must not become a path. */
  private static String safe(String text) {
    String safe = text.replaceAll("[^A-Za-z0-9.-]", "_");
    return safe.length() > 40 ? safe.substring(0, 40) : safe;
  }

  /** Copies all regular files but what only serves to go on after a kill. */
  private static void copy(Path from, Path to) throws IOException {
    Path proofs = from.resolve("proofs");
    Path trials = from.resolve("trials");
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            if (dir.equals(proofs) || trials.equals(dir.getParent())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(dir)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            boolean hidden = file.getFileName().toString().startsWith(".");
            if (attributes.isRegularFile() && !hidden) {
              Files.copy(file, to.resolve(from.relativize(file)));
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void delete(Path directory) throws IOException {
    if (!Files.exists(directory)) {
      return;
    }
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(directory)) {
      paths = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : paths) {
      Files.delete(path);
    }
  }
}
