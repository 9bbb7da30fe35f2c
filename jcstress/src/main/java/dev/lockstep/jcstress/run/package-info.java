/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The run of the proofs: the plans as data, jcstress's own matrix of JVM configurations on
 * jcstress's own executor, every result kept as it arrives, and the conversion of its files to
 * JSON.
 */
package dev.lockstep.jcstress.run;
