/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.flame;

/**
 * One of the two profiles of a difference, and what a sample of it stands for.
 *
 * @param perSample time of an operation, or share of all, that each sample stands for
 * @param low the least that this may be in truth, as a factor: 1 if it is known
 * @param high the most
 */
record Side(Profile profile, double perSample, double low, double high) {

  /** Returns the same of which nothing is known but the samples: then all may be chance. */
  Side uncertain() {
    return new Side(profile, perSample, 0, high);
  }

  /** Returns what so many samples stand for. */
  double of(long samples) {
    return samples * perSample;
  }

  double total() {
    return of(profile.total());
  }
}
