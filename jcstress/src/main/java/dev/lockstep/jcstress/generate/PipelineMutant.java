/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

/** What goes wrong in pipelines. */
enum PipelineMutant implements Mutant {
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
