/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Outcome tables shared by many stress tests, each with its mirror for the variants that are meant
 * to break it: same outcomes, same words, only graded otherwise.
 */
package dev.lockstep.jcstress.contract;
