/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * What one writes without any class for it: threads in a loop over the platform's queues, ended by
 * an interrupt. It neither counts nor ends stage by stage.
 */
final class DirectLine<T> extends PassingLine<T> {

  private final List<BlockingQueue<T>> queues = new ArrayList<>();
  private final Hands hands = new Hands("direct-");

  DirectLine(int capacity, List<Station<T>> stations) {
    super(new Arrivals<>());
    for (Station<T> _ : stations) {
      queues.add(new LinkedBlockingQueue<>(capacity));
    }
    for (int i = 0; i < stations.size(); i++) {
      Station<T> station = stations.get(i);
      BlockingQueue<T> in = queues.get(i);
      BlockingQueue<T> out = i + 1 < stations.size() ? queues.get(i + 1) : null;
      for (int worker = 0; worker < station.workers(); worker++) {
        hands.newThread(() -> loop(station, in, out)).start();
      }
    }
  }

  private void loop(Station<T> station, BlockingQueue<T> in, BlockingQueue<T> out) {
    try {
      while (true) {
        T result = work(station, in.take());
        if (out == null) {
          arrivals().add(result);
        } else {
          out.put(result);
        }
      }
    } catch (InterruptedException | PipelineException e) {
      // the line is closed or has failed
    }
  }

  @Override
  void send(List<T> items) throws InterruptedException {
    BlockingQueue<T> first = queues.getFirst();
    for (T item : items) {
      while (!first.offer(item, 10, TimeUnit.MILLISECONDS)) {
        arrivals().check(); // nobody takes any more if a stage has failed
      }
    }
  }

  @Override
  void stop() {
    hands.interrupt();
  }

  @Override
  boolean ended(Duration limit) throws InterruptedException {
    return hands.ended(limit);
  }
}
