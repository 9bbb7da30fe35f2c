/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What JMH does not measure by itself, as JMH profilers: CPU time and context switches of the whole
 * process, flame graphs, and the carrier threads that a worker count asks for.
 */
package dev.lockstep.jmh.profile;
