/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What shortens the start of a worker, and that it changes nothing else. */
@Timeout(180)
@Tag("gate")
class ArchiveTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @EnumSource
  void workersAnswerWithEveryArchive(Archive archive) throws Exception {
    assertThat(archive.prepare()).isEmpty();
    Path log = directory.resolve("classes");
    System.setProperty(WorkerCommand.PROPERTY, "-Xlog:class+load:file=" + log);
    try (ProcessPool pool = new ProcessPool(1, Options.DEFAULT.with(archive))) {
      assertThat(Bounded.value(pool.submit(Act.SAY, "hello"))).isEqualTo("hello");
      assertThat(pool.usage().allocatedBytes()).isPositive();
    } finally {
      System.clearProperty(WorkerCommand.PROPERTY);
    }
    String loaded =
        Files.readAllLines(log).stream()
            .filter(line -> line.contains(" " + Worker.class.getName() + " "))
            .findFirst()
            .orElseThrow();
    if (archive == Archive.NONE) {
      assertThat(loaded).contains("source: file:");
    } else {
      assertThat(loaded).contains("source: shared objects file");
    }
  }

  @Test
  void directoriesBecomeJarsAndJarsOfNamesWhatTheyName() throws IOException {
    Path classes = Files.createDirectories(directory.resolve("classes/in"));
    Files.writeString(classes.resolve("a.txt"), "content");
    Path named = directory.resolve("names.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "classes/ missing.jar");
    new JarOutputStream(Files.newOutputStream(named), manifest).close();

    List<Path> entries = ClassPath.entries(directory.resolve("none") + ":" + named);
    assertThat(entries).containsExactly(directory.resolve("classes"));
    Path jar = directory.resolve("packed.jar");
    ClassPath.pack(entries.getFirst(), jar);
    try (JarFile packed = new JarFile(jar.toFile())) {
      assertThat(packed.getInputStream(packed.getEntry("in/a.txt"))).hasContent("content");
    }
    assertThat(ClassPath.entries(jar.toString())).containsExactly(jar);
  }

  @Test
  void anotherClassPathHasAnotherDigest() throws IOException {
    Path file = Files.writeString(directory.resolve("a"), "content");
    List<Path> entries = List.of(directory);
    String before = ClassPath.digest(entries, List.of("option"));
    assertThat(ClassPath.digest(entries, List.of("option"))).isEqualTo(before);
    assertThat(ClassPath.digest(entries, List.of("other"))).isNotEqualTo(before);
    Files.writeString(file, "longer content");
    assertThat(ClassPath.digest(entries, List.of("option"))).isNotEqualTo(before);
  }

  @Test
  void whatCannotBeMadeIsDoneWithout() {
    WorkerCommand plain = new WorkerCommand(List.of("-XX:NoSuchOption"), "", List.of());
    assertThatThrownBy(() -> ArchiveFiles.with(Archive.CDS, plain))
        .isInstanceOf(IOException.class)
        .hasMessage("a worker gave no answer");
  }

  @Test
  void nothingIsLeftOfALinkOnceBothSidesHaveIt() throws Exception {
    List<String> command = WorkerCommand.of(Archive.NONE).line(0);
    WorkerProcess worker = WorkerProcess.start(command, ProcessBuilder.Redirect.DISCARD);
    try {
      assertThat(worker.directory().resolve(WorkerProcess.RING)).exists();
      Bounded.until("deleted", () -> !Files.exists(worker.directory()));
      assertThat(worker.process().isAlive()).isTrue();
    } finally {
      worker.kill();
      worker.hangUp();
    }
  }
}
