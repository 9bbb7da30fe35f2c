/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.run.Code;
import dev.lockstep.run.Json;
import dev.lockstep.run.Planned;
import dev.lockstep.run.RunDirectory;
import dev.lockstep.run.RunRequest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run whose checks were all made by an earlier start: what it makes of them. */
@Tag("gate")
class ModelRunTest {

  @TempDir private Path root;

  @Test
  void publishesWhatHeldWhatBrokeAndWhatFailed() throws Exception {
    Path path = root.resolve("run");
    RunRequest request = RunRequest.parse("--plan=smoke", "--run-dir=" + path);
    List<ModelCheck> checks = ModelChecks.all();
    try (RunDirectory directory =
        RunDirectory.open(
            request, Code.of(ModelRun.class), "models", Code.digest(ModelRun.class), List.of())) {
      for (ModelCheck check : checks) {
        directory.write("models/" + check.fileName() + ".json", result(check));
      }
    }
    FrayImage image =
        new FrayImage(root, List.of(root.resolve("fray-instrumentation-agent-0.jar")));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ModelRun.run(request, _ -> image, new PrintStream(out, true, StandardCharsets.UTF_8));

    Planned planned = Json.read(path.resolve("planned.json"), Planned.class);
    ModelFile models = Json.read(path.resolve("models.json"), ModelFile.class);
    assertThat(models.schema()).isEqualTo(1);
    assertThat(models.lincheck()).matches("[0-9]+[.][0-9]+.*");
    assertThat(models.fray()).matches("[0-9]+[.][0-9]+.*");
    assertThat(models.results())
        .extracting(ModelFile.Result::checker)
        .containsOnly(Checker.LINCHECK, Checker.FRAY);
    assertThat(models.results())
        .extracting(ModelFile.Result::id)
        .containsExactlyElementsOf(planned.models().stream().map(Planned.Model::id).toList());
    for (ModelFile.Result result : models.results()) {
      if (result.outcome() == Outcome.BROKEN) {
        Path witness = path.resolve(result.witness());
        assertThat(Json.read(witness, Witness.class).wrong()).isEqualTo("one is lost");
        assertThat(path.resolve(Json.read(witness, Witness.class).text())).exists();
      } else {
        assertThat(result.witness()).isNull();
      }
    }
    assertThat(outcomes(models)).containsExactlyInAnyOrder(Outcome.values());
    assertThat(models.results())
        .filteredOn(result -> result.outcome() == Outcome.FAILED)
        .allSatisfy(result -> assertThat(result.message()).isEqualTo("The checker failed: X"));
    assertThat(Files.readString(path.resolve("run.json"))).contains("\"models\"");
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("results recorded");
  }

  @Test
  void whereFrayCannotRunItIsListedAsNotRun() throws Exception {
    Path path = root.resolve("run");
    RunRequest request = RunRequest.parse("--plan=smoke", "--run-dir=" + path);
    try (RunDirectory directory =
        RunDirectory.open(
            request, Code.of(ModelRun.class), "models", Code.digest(ModelRun.class), List.of())) {
      for (ModelCheck check : ModelChecks.all()) {
        directory.write("models/" + check.fileName() + ".json", result(check));
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ModelRun.run(
        request,
        _ -> {
          throw new FrayImage.UnavailableException("this runtime has no jlink");
        },
        new PrintStream(out, true, StandardCharsets.UTF_8));

    Planned planned = Json.read(path.resolve("planned.json"), Planned.class);
    assertThat(planned.models())
        .isNotEmpty()
        .allSatisfy(model -> assertThat(model.checker()).isEqualTo("LINCHECK"));
    assertThat(planned.notRun())
        .filteredOn(not -> not.cause().equals("MACHINE"))
        .hasSizeGreaterThan(50)
        .allSatisfy(not -> assertThat(not.why()).isEqualTo("this runtime has no jlink"));
    ModelFile models = Json.read(path.resolve("models.json"), ModelFile.class);
    assertThat(models.fray()).isNull();
    assertThat(models.results()).hasSameSizeAs(planned.models());
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("Fray is not asked, since this runtime has no jlink.");
  }

  private static Set<Outcome> outcomes(ModelFile models) {
    return models.results().stream().map(ModelFile.Result::outcome).collect(Collectors.toSet());
  }

  private static ModelResult result(ModelCheck check) {
    if (check.id().equals("counter:ADDER")) {
      return ModelResult.failed(check.id(), 3, 0.1, "The checker failed: X");
    }
    return check.planned().expect().equals(ModelChecks.HOLDS)
        ? ModelResult.nothingFound(check.id(), 10, true, 0.1)
        : ModelResult.broken(check.id(), 8, 0.1, "one is lost", Recorded.BROKEN, null);
  }
}
