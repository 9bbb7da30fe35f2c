/* SPDX-License-Identifier: Apache-2.0 */
/** The proofs of the pipelines: what is written before a stage is seen in it and after it. */
package dev.lockstep.jcstress.pipeline;
