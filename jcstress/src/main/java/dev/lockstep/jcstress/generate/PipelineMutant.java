/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.generate;

import java.util.stream.Stream;

/** What goes wrong in pipelines. */
enum PipelineMutant implements Mutant {
  COUNTED_LATE(
      Shipped.QUEUE_LINE,
      "who waits for room looks whether the line is there, and then says that it waits",
      "waiting.getAndIncrement(); try { if (wanted.getAsBoolean()) {",
      "boolean still = wanted.getAsBoolean(); waiting.getAndIncrement(); try { if (still) {"),
  NOT_RELEASED(
      Shipped.QUEUE_LINE,
      "leaves those alone that wait for room when the line is brought down",
      "stages.forEach(Stage::release);",
      ""),

  REFUSAL_IS_TOLD(
      Shipped.FLOW_LINE,
      "tells the caller that an item was refused, and not which stage has failed",
      "catch (RejectedExecutionException down) { return;",
      "catch (RejectedExecutionException down) { throw down;",
      "FlowLine(int capacity, List<Station<T>> stations) {",
      "FlowLine(List<Station<T>> stations) { this(1, stations); }"
          + " FlowLine(int capacity, List<Station<T>> stations) {"),

  STOP_LOOKED_FOR_FIRST(
      Shipped.MAP_CONCURRENT_LINE,
      "a task looks whether the line is stopped, and then says that it works",
      Text.WORKS,
      "boolean late = stopped; working.add(self); try { if (late) {"),
  STOP_LOOKED_FOR_LONG_BEFORE(
      Shipped.MAP_CONCURRENT_LINE,
      "a task looks whether the line is stopped, pauses and then says that it works",
      Text.WORKS,
      "boolean late = stopped; dev.lockstep.jcstress.watch.Spin.times(500);"
          + " working.add(self); try { if (late) {");

  private interface Text {
    String WORKS = "working.add(self); try { if (stopped) {";
    String APPLY = "return station.apply(item);";
  }

  @SuppressWarnings("ImmutableEnumChecker") // a record of what is immutable
  private final Change change;

  PipelineMutant(Shipped shipped, String bug, String... texts) {
    change =
        Change.of(
            shipped,
            bug,
            Stream.concat(
                    Stream.of(texts),
                    // What a copy cannot reach.
                    shipped == Shipped.QUEUE_LINE
                        ? Stream.of(
                            Text.APPLY,
                            "throw new UnsupportedOperationException(station.name() + item);")
                        : Stream.of(
                            Text.APPLY,
                            "try { return station.step().apply(item); } catch (Exception e) {"
                                + " throw new PipelineException(station.name(), item, e); }",
                            "stage.again()",
                            "new PipelineException(stage.stage(), stage.item(), stage.getCause())"))
                .toArray(String[]::new));
  }

  @Override
  public Change change() {
    return change;
  }
}
