/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What one thread hands to another, in order, when neither waits for the other longer than it must:
 * queues made by hand as the notes have them, the platform's, and those that users pick instead,
 * all behind one face. The Python counterparts are {@code queue.Queue} and the queues of Effective
 * Python items 39 and 55.
 */
package dev.lockstep.core.queue;
