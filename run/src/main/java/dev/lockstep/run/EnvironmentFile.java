/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.run;

/**
 * {@code environment.json}.
 *
 * @param end null while the run is not finished
 */
record EnvironmentFile(int schema, Environment start, Environment end) {}
