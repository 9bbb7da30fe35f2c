/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;

/**
 * Reactive streams of the platform: every stage subscribes to the one before it and publishes to
 * the next, and asks for as many items as it has workers. A buffer's capacity is rounded up to a
 * power of two.
 *
 * <p>A stage that fails ends the pool, and the pool then refuses the subscriber that an offer of
 * the caller would start. So what is refused is no failure of its own: the caller goes on to wait
 * for what it sent, and is told why nothing comes. [LineFails]
 */
final class FlowLine<T> extends PassingLine<T> {

  private final ExecutorService pool =
      Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("flow-", 1).factory());
  private final SubmissionPublisher<T> source;
  private final List<Processor> processors = new ArrayList<>();

  FlowLine(int capacity, List<Station<T>> stations) {
    super(new Arrivals<>());
    source = new SubmissionPublisher<>(pool, capacity);
    SubmissionPublisher<T> last = source;
    for (int i = 0; i < stations.size(); i++) {
      Processor processor = new Processor(stations.get(i), capacity, i + 1 == stations.size());
      last.subscribe(processor);
      processors.add(processor);
      last = processor;
    }
  }

  /** One worker is the subscriber itself; more are tasks of the pool. */
  private final class Processor extends SubmissionPublisher<T> implements Flow.Processor<T, T> {

    private final Station<T> station;
    private final boolean last;
    private volatile Flow.Subscription subscription;

    Processor(Station<T> station, int capacity, boolean last) {
      super(pool, capacity);
      this.station = station;
      this.last = last;
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
      this.subscription = subscription;
      subscription.request(station.workers());
    }

    @Override
    public void onNext(T item) {
      if (station.workers() == 1) {
        process(item);
      } else {
        pool.execute(() -> process(item));
      }
    }

    private void process(T item) {
      T result;
      try {
        result = work(station, item);
      } catch (PipelineException e) {
        return; // the line is down
      }
      if (last) {
        arrivals().add(result);
      } else {
        submit(result);
      }
      subscription.request(1);
    }

    /** Only what {@link #work} did not expect comes here. */
    @Override
    public void onError(Throwable thrown) {
      arrivals().fail(new PipelineException(station.name(), null, thrown));
    }

    @Override
    public void onComplete() {
      close();
    }

    void stop() {
      Flow.Subscription current = subscription;
      if (current != null) {
        current.cancel();
      }
    }
  }

  /** Not by {@code submit}, which cannot be interrupted. */
  @Override
  void send(List<T> items) throws InterruptedException {
    try {
      for (T item : items) {
        while (source.offer(item, 1, TimeUnit.SECONDS, null) < 0) {
          if (Thread.interrupted()) {
            throw new InterruptedException();
          }
        }
        if (source.isClosed()) {
          return;
        }
      }
    } catch (RejectedExecutionException down) {
      return; // an offer may start a subscriber, and a stage that failed has ended the pool
    }
  }

  @Override
  void stop() {
    processors.forEach(Processor::stop);
    pool.shutdownNow();
  }

  @Override
  boolean ended(Duration limit) throws InterruptedException {
    return pool.awaitTermination(limit.toNanos(), TimeUnit.NANOSECONDS);
  }
}
