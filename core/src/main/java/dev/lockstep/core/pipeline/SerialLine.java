/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pipeline;

import java.time.Duration;
import java.util.List;

/** The caller's own loop, item by item. */
final class SerialLine<T> extends PassingLine<T> {

  private final List<Station<T>> stations;

  SerialLine(List<Station<T>> stations) {
    super(new Arrivals<>());
    this.stations = stations;
  }

  @Override
  void send(List<T> items) throws InterruptedException {
    for (T item : items) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      T result = item;
      for (Station<T> station : stations) {
        result = work(station, result);
      }
      arrivals().add(result);
    }
  }

  @Override
  void stop() {}

  @Override
  boolean ended(Duration limit) {
    return true;
  }
}
