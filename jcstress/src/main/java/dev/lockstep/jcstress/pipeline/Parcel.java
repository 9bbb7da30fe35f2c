/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.pipeline;

import dev.lockstep.core.pipeline.Line;
import dev.lockstep.core.pipeline.PipelineKind;
import dev.lockstep.core.pipeline.Station;
import dev.lockstep.core.queue.Bounds;
import java.util.List;

/** An item that three stages write on, each what it reads of the one before, in plain fields. */
final class Parcel {

  private static final int ROOM = 16;

  private int sent;
  private int downloaded;
  private int resized;
  private int uploaded;

  /** A line whose stages write on parcels, with one worker each. */
  static Line<Parcel> line(PipelineKind kind) {
    int capacity =
        kind.bounds() == Bounds.NONE ? 0 : kind.bounds().allow(ROOM) ? ROOM : Integer.MAX_VALUE;
    return kind.create(
        capacity,
        List.of(
            new Station<>("download", 1, Parcel::download),
            new Station<>("resize", 1, Parcel::resize),
            new Station<>("upload", 1, Parcel::upload)));
  }

  /** 1 if every stage saw what the one before it wrote, and the caller the last; else 0. */
  int through(Line<Parcel> line) {
    sent = 1;
    try {
      List<Parcel> _ = line.pass(List.of(this));
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return uploaded;
  }

  Parcel download() {
    downloaded = sent;
    return this;
  }

  Parcel resize() {
    resized = downloaded;
    return this;
  }

  Parcel upload() {
    uploaded = resized;
    return this;
  }
}
