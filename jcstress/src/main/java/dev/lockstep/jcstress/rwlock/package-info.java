/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The proofs of the locks for readers and writers: a reader sees a write whole, readers are inside
 * together, and a lock that is converted lets nobody in between.
 */
package dev.lockstep.jcstress.rwlock;
