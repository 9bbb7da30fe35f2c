/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Claim;
import dev.lockstep.reports.report.Interval;
import dev.lockstep.reports.report.Units;
import dev.lockstep.reports.report.Units.Footprint;
import java.util.List;

/** What is claimed of the memory and the start of threads and coroutines. */
final class UnitClaims {
  private static final double THREAD_BYTES = 8.0 * 1024 * 1024;
  private static final double COROUTINE_BYTES = 1024;
  private static final double CLOSE = 0.2;
  private static final double ALIKE = 2;

  private UnitClaims() {}

  static List<Claim> decide(Units units) {
    return List.of(eightMegabytes(units), oneKilobyte(units), likeACall(units), expensive(units));
  }

  /** Returns the footprint of most threads of a kind with the default stack, or null. */
  static Footprint usual(List<Footprint> footprints, String kind) {
    Footprint usual = null;
    for (Footprint each : footprints) {
      boolean candidate = each.kind().equals(kind) && each.stackKilobytes() == 0;
      usual = candidate && (usual == null || each.count() > usual.count()) ? each : usual;
    }
    return usual;
  }

  private static Claim eightMegabytes(Units units) {
    Ruled claim = new Ruled("thread-memory", "a running thread takes about 8 MB of memory", "8 MB");
    Footprint platform = usual(units.footprints(), "PLATFORM");
    boolean holds = false;
    boolean refuted = false;
    if (platform != null && platform.reserved() != null && platform.reserved() > 0) {
      double committed = platform.committed() == null ? 0 : platform.committed();
      holds = committed >= THREAD_BYTES * (1 - CLOSE);
      refuted = platform.reserved() < THREAD_BYTES * (1 - CLOSE);
      claim.here(Words.bytes(platform.reserved()) + " reserved");
      claim.here(Words.bytes(platform.committed()) + " used");
      claim.evidence(
          "%s parked platform threads of the default stack: each %s of addresses, %s of memory"
              .formatted(
                  Words.count(platform.count()),
                  Words.bytes(platform.reserved()),
                  Words.bytes(platform.committed())),
          platform.trial());
    }
    return claim.decide(
        holds,
        refuted,
        "holds if a thread of the default stack has 8 MB of memory behind it, within 20 %; refuted"
            + " if it does not even set aside as many addresses",
        "the memory of platform threads was not measured in this plan");
  }

  private static Claim oneKilobyte(Units units) {
    Ruled claim =
        new Ruled("coroutine-memory", "a coroutine takes less than 1 kB of memory", "< 1 kB");
    Footprint virtual = usual(units.footprints(), "VIRTUAL");
    String verdict = "UNDECIDED";
    if (virtual != null && virtual.heap() != null && virtual.heap() > 0) {
      double heap = virtual.heap();
      verdict =
          heap < COROUTINE_BYTES ? "HOLDS" : heap < ALIKE * COROUTINE_BYTES ? "NEARLY" : "REFUTED";
      claim.here(Words.bytes(heap));
      claim.evidence(
          "%s parked virtual threads: %s of heap each"
              .formatted(Words.count(virtual.count()), Words.bytes(heap)),
          virtual.trial());
    }
    return claim.verdict(
        verdict,
        "holds if a parked virtual thread keeps less than 1,024 bytes of heap, nearly if less than"
            + " twice that, refuted otherwise",
        "the memory of virtual threads was not measured in this plan");
  }

  private static Claim likeACall(Units units) {
    Ruled claim =
        new Ruled(
            "coroutine-start", "starting a coroutine costs about as much as a call", "about 1×");
    Units.Against ratio = against(units, "VIRTUAL", "CALL", claim);
    return claim.decide(
        ratio != null && interval(ratio) != null && interval(ratio).high() <= ALIKE,
        ratio != null && interval(ratio) != null && interval(ratio).low() > ALIKE,
        "decided by the 95 % interval of the start of a virtual thread by a call: up to 2 holds,"
            + " above 2 refutes",
        "the starts of virtual threads and calls were not both measured in this plan");
  }

  private static Claim expensive(Units units) {
    Ruled claim =
        new Ruled("thread-start", "starting a thread is expensive", "slows a program down");
    Units.Against ratio = against(units, "PLATFORM", "POOLED", claim);
    return claim.decide(
        ratio != null && interval(ratio) != null && interval(ratio).low() > ALIKE,
        ratio != null && interval(ratio) != null && interval(ratio).high() <= ALIKE,
        "decided by the 95 % interval of the start of a platform thread by handing the same work to"
            + " a pool: above 2 holds, up to 2 refutes",
        "the starts of platform threads and of pooled work were not both measured in this plan");
  }

  private static Interval interval(Units.Against each) {
    return each.ratio().interval();
  }

  private static Units.Against against(Units units, String kind, String other, Ruled claim) {
    for (Units.Against each : units.ratios()) {
      if (each.kind().equals(kind) && each.other().equals(other)) {
        Interval interval = interval(each);
        claim.here(Words.figure(each.ratio().value()) + "×");
        claim.evidence(
            "%s costs %s times %s%s"
                .formatted(
                    kind,
                    Words.figure(each.ratio().value()),
                    other,
                    interval == null
                        ? ", without an interval"
                        : " [%s, %s]"
                            .formatted(
                                Words.figure(interval.low()), Words.figure(interval.high()))),
            each.trials().toArray(String[]::new));
        return each;
      }
    }
    return null;
  }
}
