/* SPDX-License-Identifier: Apache-2.0 */
/** The proofs of queues: nothing is lost, nothing is given away twice, nobody waits for ever. */
package dev.lockstep.jcstress.queue;
