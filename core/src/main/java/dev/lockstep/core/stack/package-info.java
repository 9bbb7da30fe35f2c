/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The stack that threads share, and what becomes of it when its nodes are used again: the newest
 * item is what all of them want, so it has no side on which a thread is alone.
 */
package dev.lockstep.core.stack;
