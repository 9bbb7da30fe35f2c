/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Two values that belong together, written by some threads and read by others: what it takes that
 * nobody sees one of them old and the other new.
 */
package dev.lockstep.core.pair;
