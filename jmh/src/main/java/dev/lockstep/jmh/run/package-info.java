/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The run of the prices: the plans as data, one fork at a time in rounds over all trials, then one
 * profile fork per trial, everything kept as it comes.
 */
package dev.lockstep.jmh.run;
