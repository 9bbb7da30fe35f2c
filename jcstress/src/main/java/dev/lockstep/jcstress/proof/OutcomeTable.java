/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.proof;

import java.util.Arrays;
import java.util.List;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.Outcome;

/** The rows of outcomes that a test declares, in the order written. */
public record OutcomeTable(List<Row> rows) {

  /**
   * Outcomes that are graded and explained alike.
   *
   * @param ids those that are named; none for the default row
   */
  public record Row(List<String> ids, Expect expect, String description) {

    /** Whether this row grades whatever no other row names. */
    public boolean isDefault() {
      return ids.isEmpty();
    }
  }

  /** The table of a stress test, be it its own or that of its contract. */
  public static OutcomeTable of(Class<?> test) {
    JCStressMeta meta = test.getAnnotation(JCStressMeta.class);
    Class<?> holder = meta == null ? test : meta.value();
    return new OutcomeTable(
        Arrays.stream(holder.getAnnotationsByType(Outcome.class)).map(OutcomeTable::row).toList());
  }

  private static Row row(Outcome outcome) {
    List<String> ids = Arrays.stream(outcome.id()).filter(id -> !id.isEmpty()).toList();
    return new Row(ids, outcome.expect(), outcome.desc());
  }

  /** The named rows with a grade. */
  public List<Row> named(Expect expect) {
    return rows.stream().filter(row -> row.expect == expect && !row.isDefault()).toList();
  }

  /** The ids of all rows with a grade. */
  public List<String> ids(Expect expect) {
    return named(expect).stream().flatMap(row -> row.ids.stream()).toList();
  }

  /** How an outcome is graded by a row with exactly its id; null if there is none. */
  public Expect grading(String id) {
    return rows.stream()
        .filter(row -> row.ids.contains(id))
        .map(Row::expect)
        .findFirst()
        .orElse(null);
  }

  /** Whether every outcome that no row names is forbidden. */
  public boolean isClosed() {
    return rows.stream().anyMatch(row -> row.isDefault() && row.expect == Expect.FORBIDDEN);
  }
}
