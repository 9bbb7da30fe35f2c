/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilingTest {

  @TempDir Path directory;

  @Test
  void aSystemWithoutTheLibrarySaysSo() throws InterruptedException {
    Profiling profiling = Profiling.probe("cpu", List.of("-Dos.name=Plan9", "-Dos.arch=vax"));
    assertThat(profiling.available()).isFalse();
    assertThat(profiling.why())
        .startsWith("This machine cannot profile (")
        .contains("run on Linux");
  }

  @Test
  void anEventThatIsNotPermittedSaysSo() throws InterruptedException {
    Profiling profiling = Profiling.probe("no-such-event", List.of());
    assertThat(profiling.available()).isFalse();
    assertThat(profiling.why()).startsWith("This machine cannot profile (").hasLineCount(1);
  }

  @Test
  void collapsedStacksHoldNamesOnly() {
    assertThat(Flames.withoutMarks("a/B.run_[0];c_[k];d_[x]e_[1] 127\nmain_[j] 1\n"))
        .isEqualTo("a/B.run;c;d_[x]e 127\nmain 1\n");
  }

  @Test
  void aMissingRecordingLeavesNoFiles() {
    assertNoFlames(directory.resolve("none.jfr"));
  }

  @Test
  void aDamagedRecordingLeavesNoFiles() throws IOException {
    assertNoFlames(Files.writeString(directory.resolve("text.jfr"), "no recording at all"));
    assertNoFlames(Files.write(directory.resolve("empty.jfr"), new byte[0]));
  }

  private void assertNoFlames(Path recording) {
    Path flames = directory.resolve("flames");
    List<Flames.Jvm> jvms = List.of(new Flames.Jvm(recording, List.of()));
    assertThatThrownBy(() -> Flames.convert(jvms, EnumSet.of(Graph.CPU), flames, "t"))
        .isInstanceOf(IOException.class);
    assertThat(flames).doesNotExist();
  }

  @Test
  void theCompilersShareIsCountedInTheStacks() {
    assertThat(
            Flames.compilerShare(
                """
                JIT compiler;start_thread;C2Compiler::compile_method 3
                worker-17;JIT compiler;start_thread 2
                a/B.run_[j];CompileBroker::compile_method 4
                a/B.run_[1];JIT compiler of a name alike 1
                """))
        .isEqualTo(0.5);
    assertThat(Flames.compilerShare("a/B.run_[j] 7\n")).isZero();
    assertThat(Flames.compilerShare("")).isZero();
  }

  @Test
  void whatIsNeverMeasuredIsKnownByItsAnnotations() {
    String sweep = "dev/lockstep/jmh/executor/ExecutorSweep.";
    assertThat(Recording.isUntimed(sweep + "map")).isFalse();
    assertThat(Recording.isUntimed("dev/lockstep/jmh/counter/CounterCost$Sensor.settle")).isTrue();
    assertThat(Recording.isUntimed("dev/lockstep/jmh/pipeline/HandMade.idle")).isTrue();
    assertThat(Recording.isUntimed("dev/lockstep/jmh/pipeline/Course.verify")).isTrue();
    assertThat(Recording.isUntimed("dev/lockstep/jmh/pipeline/Course.pass")).isFalse();
    assertThat(Recording.isUntimed(sweep + "lambda$verify$0")).isTrue();
    assertThat(Recording.isUntimed(sweep + "lambda$map$0")).isFalse();
    assertThat(Recording.isUntimed("dev/lockstep/jmh/unit/SpawnCost.open")).isTrue();
    assertThat(Recording.isUntimed("dev/lockstep/jmh/unit/SpawnCost.lambda$open$0")).isFalse();
    assertThat(Recording.isUntimed("no/such/Class.close")).isFalse();
    assertThat(Recording.isUntimed("libc.so")).isFalse();
  }

  @Test
  void graphsAreNamedInTheInitLine() {
    assertThat(Graph.parse("cpu+wall")).containsExactly(Graph.CPU, Graph.WALL);
    assertThat(Graph.parse(Graph.format(EnumSet.allOf(Graph.class))))
        .containsExactly(Graph.values());
    assertThatThrownBy(() -> new FlameRecorder("cpu+wal,/tmp"))
        .hasMessage("There is no flame graph \"wal\"; choose from cpu+wall+alloc+lock.");
    assertThatThrownBy(() -> new FlameRecorder("/tmp")).hasMessageContaining("GRAPHS,DIRECTORY");
  }

  @Test
  void aPlaceThatOptionsCannotNameIsNotUsed() throws IOException {
    Path odd = Files.createDirectory(directory.resolve("a,b%p c"));
    assertThat(PlainDirectory.forFiles("x", odd).toString()).doesNotContain(",", "%");
    assertThat(PlainDirectory.forFiles("x", directory)).hasParent(directory);
  }
}
