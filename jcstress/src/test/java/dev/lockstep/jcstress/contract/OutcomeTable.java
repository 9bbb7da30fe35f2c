/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.contract;

import java.util.Arrays;
import java.util.List;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.Outcome;

/** The outcomes that a test or a contract declares, in the order written; the default has no id. */
public record OutcomeTable(List<Row> rows) {

  /** One declared outcome. */
  public record Row(String id, Expect expect, String description) {}

  /** The table of a stress test, be it its own or that of its contract. */
  public static OutcomeTable ofTest(Class<?> test) {
    JCStressMeta meta = test.getAnnotation(JCStressMeta.class);
    return of(meta == null ? test : meta.value());
  }

  /** The table that stands on a class. */
  public static OutcomeTable of(Class<?> holder) {
    return new OutcomeTable(
        Arrays.stream(holder.getAnnotationsByType(Outcome.class))
            .flatMap(
                outcome ->
                    Arrays.stream(outcome.id())
                        .map(id -> new Row(id, outcome.expect(), outcome.desc())))
            .toList());
  }

  /** How an outcome is graded by the row with exactly its id; null if there is none. */
  public Expect grading(String id) {
    return rows.stream()
        .filter(row -> row.id().equals(id))
        .map(Row::expect)
        .findFirst()
        .orElse(null);
  }

  /** The same table with some outcomes graded otherwise. */
  public OutcomeTable grade(List<String> ids, Expect expect) {
    return new OutcomeTable(
        rows.stream()
            .map(row -> ids.contains(row.id()) ? new Row(row.id(), expect, row.description()) : row)
            .toList());
  }
}
