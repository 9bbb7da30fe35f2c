/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockstep.core.kernel.KernelKind;
import dev.lockstep.core.lock.LockKind;
import dev.lockstep.core.queue.QueueKind;
import dev.lockstep.jmh.kernel.KernelCost;
import dev.lockstep.jmh.lock.TryLockCost;
import dev.lockstep.jmh.queue.QueueCost;
import dev.lockstep.run.Plan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BaselinesTest {

  /** The baseline of a baseline is itself, and both differ in their construct alone. */
  @Test
  void aBaselineIsInThePlanAndItsOwn() {
    List<Trial> planned = Trials.of(PricePlan.of(Plan.SMOKE), 4).planned();
    Baselines baselines = new Baselines(planned);
    Map<String, Trial> trials = new HashMap<>();
    planned.forEach(trial -> trials.put(trial.id(), trial));
    int compared = 0;
    for (Trial trial : planned) {
      String id = baselines.of(trial);
      if (id != null && trial.sweep() == null) {
        assertThat(baselines.of(trials.get(id))).isEqualTo(id);
        assertThat(trials.get(id).benchmark()).isEqualTo(trial.benchmark());
        assertThat(trials.get(id).threads()).isEqualTo(trial.threads());
        assertThat(trials.get(id).construct()).isEqualTo(trial.construct().baseline());
        compared += id.equals(trial.id()) ? 0 : 1;
      }
    }
    assertThat(compared).isGreaterThan(50);
  }

  @Test
  void allElseIsAlike() {
    Trial loop =
        Trial.of(KernelCost.class, "run", KernelKind.LOOP)
            .with("kind", "LOOP")
            .with("function", "GCD");
    Trial c =
        Trial.of(KernelCost.class, "run", KernelKind.C).with("kind", "C").with("function", "GCD");
    Trial other = c.with("function", "FACTORIZE");
    Trial queue =
        Trial.of(QueueCost.class, "putAndTake", QueueKind.POLLING).with("kind", "POLLING");
    Trial lock =
        Trial.of(TryLockCost.class, "tryLock", LockKind.SEMAPHORE).with("kind", "SEMAPHORE");
    Trial reentrant =
        Trial.of(TryLockCost.class, "tryLock", LockKind.REENTRANT_LOCK)
            .with("kind", "REENTRANT_LOCK");
    Baselines baselines = new Baselines(List.of(loop, c, other, queue, lock, reentrant));
    assertThat(baselines.of(c)).isEqualTo(loop.id());
    assertThat(baselines.of(loop)).isEqualTo(loop.id());
    assertThat(baselines.of(lock)).isEqualTo(reentrant.id());
    assertThat(baselines.of(lock.on(2))).isNull();
    assertThat(baselines.of(other)).isNull();
    assertThat(baselines.of(queue)).isNull();
  }
}
