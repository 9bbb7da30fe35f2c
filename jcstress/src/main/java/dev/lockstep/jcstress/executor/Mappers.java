/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.executor;

import dev.lockstep.core.executor.Carriers;
import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.executor.Mapper;
import java.util.concurrent.ForkJoinPool;

/** Makes the executors of these tests. */
final class Mappers {

  private Mappers() {}

  /** With two workers, or as many as this JVM has if the count belongs to the JVM. */
  static Mapper create(ExecutorKind kind) {
    return kind.create(
        switch (kind.workers()) {
          case CARRIERS -> Carriers.count();
          case COMMON_POOL -> ForkJoinPool.getCommonPoolParallelism();
          case NONE, POOL, IN_FLIGHT, SINGLE -> 2;
        });
  }
}
