/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jmh.run;

import dev.lockstep.run.Planned;
import java.util.ArrayList;
import java.util.List;

/**
 * The trials of a plan, and what of the constructs has no price in it. JMH would measure the whole
 * cross product of the parameters; this leaves out combinations that mean nothing, such as SERIAL
 * on two workers.
 *
 * @param planned what is measured
 * @param notRun what is not, and why: one entry for a construct and a benchmark
 */
record Trials(List<Trial> planned, List<Planned.NotRun> notRun) {

  static Trials of(PricePlan plan, int cores) {
    List<Trial> planned = new ArrayList<>(CounterTrials.of(plan, cores));
    List<Planned.NotRun> notRun = new ArrayList<>(CounterTrials.notRun(plan));
    List<Trial> executors = SweepTrials.of(plan.sweep(), plan.forks(), cores);
    planned.addAll(executors);
    notRun.addAll(SweepTrials.notRun(executors));
    planned.addAll(FanOutTrials.of(plan.fanOut(), cores));
    KernelTrials kernels = KernelTrials.of(plan.kernels(), plan.forks());
    planned.addAll(kernels.planned());
    notRun.addAll(kernels.notRun());
    PipelineTrials pipelines = PipelineTrials.of(plan.pipelines());
    planned.addAll(pipelines.planned());
    notRun.addAll(pipelines.notRun());
    UnitTrials units = UnitTrials.of(plan.units());
    planned.addAll(units.planned());
    notRun.addAll(units.notRun());
    RoundTrials rounds = RoundTrials.of(plan, cores);
    planned.addAll(rounds.planned());
    notRun.addAll(rounds.notRun());
    planned.addAll(StructureTrials.of(plan, cores));
    notRun.addAll(StructureTrials.notRun(plan));
    LatencyPlan latencies = plan.latencies();
    planned.addAll(LatencyTrials.of(latencies, cores));
    notRun.addAll(LatencyTrials.notRun(latencies));
    return new Trials(List.copyOf(planned), List.copyOf(notRun));
  }
}
