/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

/** A ratio of two figures with its 95 % interval, which is null with fewer than 3 forks a side. */
public record Ratio(double value, Interval interval) {}
