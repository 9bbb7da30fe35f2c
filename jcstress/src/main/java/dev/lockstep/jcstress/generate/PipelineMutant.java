/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

/** What goes wrong in pipelines. */
enum PipelineMutant implements Mutant {
  WORKS_UNSEEN(
      Shipped.CONCURRENT_LINE,
      "who works looks whether the line is down, and then says that it works",
      "working.add(self); try { if (stopped) {",
      "boolean late = stopped; working.add(self); try { if (late) {"),
  WORKS_LONG_UNSEEN(
      Shipped.CONCURRENT_LINE,
      "who works looks whether the line is down, pauses and then says that it works",
      "working.add(self); try { if (stopped) {",
      "boolean late = stopped; dev.lockstep.jcstress.watch.Spin.times(50); working.add(self);"
          + " try { if (late) {"),
  COUNTED_LATE(
      "who waits for room looks whether the line is there, and then says that it waits",
      "waiting.getAndIncrement(); try { if (wanted.getAsBoolean()) {",
      "boolean still = wanted.getAsBoolean(); waiting.getAndIncrement(); try { if (still) {"),
  NOT_RELEASED(
      "leaves those alone that wait for room when the line is brought down",
      "stages.forEach(Stage::release);",
      "");

  @SuppressWarnings("ImmutableEnumChecker") // a record of what is immutable
  private final Change change;

  PipelineMutant(Shipped shipped, String bug, String from, String to) {
    change =
        Change.of(
            shipped,
            bug,
            from,
            to,
            // The same, from outside the package.
            "return station.apply(item);",
            "try { return station.step().apply(item); } catch (Throwable thrown) {"
                + " throw new PipelineException(station.name(), item, thrown); }");
  }

  /** Of a line of queues. */
  PipelineMutant(String bug, String from, String to) {
    change =
        Change.of(
            Shipped.QUEUE_LINE,
            bug,
            from,
            to,
            // Of other kinds of lines, and out of reach.
            "return station.apply(item);",
            "throw new UnsupportedOperationException(station.name() + item);");
  }

  @Override
  public Change change() {
    return change;
  }
}
