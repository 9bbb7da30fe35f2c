/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.jcstress.proof.ProofTest;
import dev.lockstep.jcstress.proof.Proofs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkJarTest {

  private static final String TESTS = "dev/lockstep/jcstress/counter/LockedCounter";

  @Test
  void aForkHasWhatItRunsAndNothingElse(@TempDir Path dir) throws IOException {
    List<String> used =
        List.of(
            "META-INF/jcstress/list",
            TESTS + ".class",
            TESTS + "$Atomic.class",
            TESTS + "_Atomic_jcstress.class",
            TESTS + "$AdderOfMine.class",
            "com/sun/jna/Native.class",
            "dev/lockstep/core/counter/Counter.class",
            "org/openjdk/jcstress/ForkedMain.class");
    List<String> unused =
        List.of(
            TESTS + "$Adder.class",
            TESTS + "$Adder$1.class",
            TESTS + "_Adder_jcstress.class",
            TESTS + "_Adder_jcstress$Holder$1.class",
            "com/sun/jna/platform/win32/Kernel32.class",
            "dev/lockstep/jcstress/model/Fray.class",
            "kotlin/Unit.class");
    Path whole = dir.resolve("whole.jar");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(whole))) {
      for (List<String> some : List.of(used, unused)) {
        for (String name : some) {
          out.putNextEntry(new ZipEntry(name));
          out.write(name.getBytes(StandardCharsets.UTF_8));
        }
      }
    }
    List<ProofTest> leftOut =
        Proofs.all().stream().filter(test -> test.test().endsWith(".LockedCounter.Adder")).toList();
    assertThat(leftOut).hasSize(1);
    Path jar = dir.resolve("forks.jar");
    ForkJar.write(jar, whole.toString(), leftOut);
    try (JarFile file = new JarFile(jar.toFile())) {
      assertThat(file.stream().map(ZipEntry::getName)).containsExactlyElementsOf(used);
      assertThat(file.getInputStream(file.getEntry(used.getFirst()))).hasContent(used.getFirst());
    }
  }
}
