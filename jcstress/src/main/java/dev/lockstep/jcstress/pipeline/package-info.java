/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The proofs of the pipelines: a pass waits for the last stage, and what is written before a stage
 * is seen in it and after it.
 */
package dev.lockstep.jcstress.pipeline;
