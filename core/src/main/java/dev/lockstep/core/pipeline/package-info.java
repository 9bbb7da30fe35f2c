/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Work that passes through stages, each with threads of its own: one pipeline over any queue, ended
 * stage by stage; what users write instead of it, behind the same face; and the hand-made one of
 * Effective Python item 39 with its four problems. The Python counterparts are {@code
 * ClosableQueue} and {@code StoppableWorker} of item 55 in the second edition.
 */
package dev.lockstep.core.pipeline;
