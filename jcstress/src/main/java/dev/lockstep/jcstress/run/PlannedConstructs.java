/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.run;

import dev.lockstep.core.Construct;
import dev.lockstep.core.Constructs;
import dev.lockstep.run.Planned.PlannedConstruct;
import java.util.List;

/** The constructs as {@code planned.json} names them. */
public final class PlannedConstructs {

  private PlannedConstructs() {}

  /** Every construct, in the order of {@link Constructs#all()}. */
  public static List<PlannedConstruct> all() {
    return Constructs.all().stream().map(PlannedConstructs::planned).toList();
  }

  private static PlannedConstruct planned(Construct construct) {
    return new PlannedConstruct(
        construct.id(),
        construct.family(),
        construct.name(),
        construct.label(),
        construct.guarantee().name(),
        construct.scale());
  }
}
