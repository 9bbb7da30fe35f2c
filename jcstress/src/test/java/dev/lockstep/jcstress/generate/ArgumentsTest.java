/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The comment of a shipped class lists its arguments, with the stress tests that could refute them.
 * A mutant takes one of them away: so the tests that it is put to are in that list.
 */
class ArgumentsTest {

  private static final Path CORE = Path.of("../core/src/main/java/dev/lockstep");

  /** Those whose comments have such a list. */
  private static final Set<Shipped> LISTED =
      EnumSet.of(
          Shipped.CONDITION,
          Shipped.JOINABLE,
          Shipped.JOINABLE_TASKS,
          Shipped.CLOSABLE_TASKS,
          Shipped.EVENT_SIGNAL,
          Shipped.EVENT_GATE,
          Shipped.SEMAPHORE_FACE,
          Shipped.PERMITS,
          Shipped.TASK_GROUP,
          Shipped.QUEUE_WORKERS,
          Shipped.RING,
          Shipped.LINK,
          Shipped.FLOW_LINE,
          Shipped.MAP_CONCURRENT_LINE);

  private static Set<String> missing(Set<Shipped> listed) throws IOException {
    Set<String> missing = new TreeSet<>();
    for (Template template : Templates.all()) {
      for (Subject twin : template.twins()) {
        for (Mutant mutant : Mutant.all()) {
          Shipped shipped = mutant.change().shipped();
          if (listed.contains(shipped)
              && twin.expression().matches(".*\\b" + mutant.qualifiedType() + "\\b.*")
              && !comments(shipped).contains(template.name())) {
            missing.add("%s of %s".formatted(template.name(), mutant.name()));
          }
        }
      }
    }
    return missing;
  }

  private static String comments(Shipped shipped) throws IOException {
    StringBuilder comments = new StringBuilder();
    for (String source : shipped.sources()) {
      Path file = CORE.resolve(source.replace('.', '/') + ".java");
      if (Files.exists(file)) {
        comments.append(Files.readString(file));
      }
    }
    return comments.toString();
  }

  @Test
  void theListsHaveWhatMutantsArePutTo() throws IOException {
    assertThat(missing(LISTED)).isEmpty();
  }

  @Test
  void whatIsMissingIsNoticed() throws IOException {
    assertThat(missing(EnumSet.of(Shipped.MONITOR))).contains("SignalWakes of SILENT_SEND");
  }
}
