/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core;

import dev.lockstep.core.counter.CounterKind;
import dev.lockstep.core.executor.ExecutorKind;
import dev.lockstep.core.future.FutureKind;
import dev.lockstep.core.kernel.KernelKind;
import dev.lockstep.core.link.LinkKind;
import dev.lockstep.core.lock.LockKind;
import dev.lockstep.core.map.MapKind;
import dev.lockstep.core.order.OrderKind;
import dev.lockstep.core.pair.PairKind;
import dev.lockstep.core.pipeline.PipelineKind;
import dev.lockstep.core.publication.PublicationKind;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.core.rwlock.ReadWriteKind;
import dev.lockstep.core.stack.StackKind;
import dev.lockstep.core.sync.SyncKind;
import dev.lockstep.core.unit.UnitKind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The families of constructs. A new kind is found by itself; a new family is named here. */
public final class Constructs {

  private static final List<Construct> ALL =
      Stream.<Construct[]>of(
              OrderKind.values(),
              CounterKind.values(),
              LockKind.values(),
              ReadWriteKind.values(),
              SyncKind.values(),
              PublicationKind.values(),
              PairKind.values(),
              StackKind.values(),
              MapKind.values(),
              FutureKind.values(),
              QueueKind.values(),
              PipelineKind.values(),
              UnitKind.values(),
              LinkKind.values(),
              ExecutorKind.values(),
              KernelKind.values())
          .flatMap(Arrays::stream)
          .toList();

  private Constructs() {}

  /** Every construct, family by family, each in the order of its enum. */
  public static List<Construct> all() {
    return ALL;
  }
}
