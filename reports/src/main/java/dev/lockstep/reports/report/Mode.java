/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

/**
 * One of two paces that the forks of a trial fall into.
 *
 * @param score the mean of the forks in it, in the unit of the trial
 * @param forks how many of them
 */
public record Mode(double score, int forks) {}
