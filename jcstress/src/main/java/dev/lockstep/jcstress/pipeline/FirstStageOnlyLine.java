/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.pipeline;

import dev.lockstep.core.pipeline.Line;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A pipeline that waits for its first stage and takes that for the end: broken on purpose. Since
 * its queues are first in, first out, waiting for one stage bounds how far the others lag behind.
 */
final class FirstStageOnlyLine implements Line<Parcel> {

  private final ExecutorService downloader = worker();
  private final ExecutorService resizer = worker();
  private final ExecutorService uploader = worker();

  private static ExecutorService worker() {
    return Executors.newSingleThreadExecutor(
        Thread.ofPlatform().daemon().name("first-stage-only-", 1).factory());
  }

  @Override
  public List<Parcel> pass(List<Parcel> items) throws InterruptedException {
    for (Parcel item : items) {
      Future<?> first = downloader.submit(() -> download(item));
      try {
        first.get(); // the mistake: the queue before the first stage is empty, and no other
      } catch (ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
    return items;
  }

  private void download(Parcel item) {
    Parcel next = item.download();
    resizer.execute(() -> resize(next));
  }

  private void resize(Parcel item) {
    Parcel next = item.resize();
    uploader.execute(next::upload);
  }

  @Override
  public long lagNanos() {
    return 0;
  }

  @Override
  public void close() {
    List.of(downloader, resizer, uploader).forEach(ExecutorService::shutdown);
  }
}
