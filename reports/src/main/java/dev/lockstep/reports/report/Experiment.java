/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

/**
 * The shots of one kind of the five-sensors experiment.
 *
 * @param shots how often all sensors counted
 * @param shotsThatLost how many of them lost at least one update
 * @param smallestFound the lowest final count
 * @param expected the count that every shot should have found
 */
public record Experiment(
    String trial,
    String benchmark,
    String construct,
    String kind,
    boolean startBarrier,
    int shots,
    int shotsThatLost,
    double smallestFound,
    double expected) {}
