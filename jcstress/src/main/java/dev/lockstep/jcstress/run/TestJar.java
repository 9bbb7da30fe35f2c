/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import dev.lockstep.jcstress.proof.ProofTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jcstress.infra.runners.TestList;

/**
 * Holds the list of the tests against the classes that lie beside it. jcstress runs what the list
 * names; a test that was lost from the list would be missed by nobody.
 */
final class TestJar {

  /** What jcstress's annotation processor appends to the name of a test for its runner. */
  private static final String RUNNER = "_jcstress.class";

  private TestJar() {}

  /** Refuses a jar without a list, at which jcstress would stumble. */
  static void checkList(Class<?> of) {
    if (of.getResource(TestList.LIST) == null) {
      throw new IllegalStateException("it has no list of tests");
    }
  }

  /**
   * @param of a class in the same jar, or directory of classes, as the tests
   * @throws IllegalStateException naming a test that is compiled and not in the list
   */
  static void check(Class<?> of, List<ProofTest> listed) {
    Set<String> runners = runners(of);
    for (ProofTest test : listed) {
      runners.remove(runner(test.test()));
    }
    if (!runners.isEmpty()) {
      throw new IllegalStateException(
          "the test list lacks "
              + String.join(", ", runners).replace(RUNNER, "").replace('_', '.'));
    }
  }

  /** The simple name of the runner of a nested test. */
  private static String runner(String test) {
    int nested = test.lastIndexOf('.');
    int outer = test.lastIndexOf('.', nested - 1);
    return test.substring(outer + 1).replace('.', '_') + RUNNER;
  }

  private static Set<String> runners(Class<?> of) {
    try {
      Path home = Path.of(of.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isDirectory(home)) {
        return runners(home, of);
      }
      try (FileSystem jar = FileSystems.newFileSystem(home)) {
        return runners(jar.getPath("/"), of);
      }
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> runners(Path root, Class<?> of) throws IOException {
    Path tests = root.resolve(of.getPackageName().replace('.', '/')).getParent();
    try (Stream<Path> files = Files.walk(tests)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(RUNNER))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
