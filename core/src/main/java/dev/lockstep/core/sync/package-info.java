/* SPDX-License-Identifier: Apache-2.0 */
/**
 * How one thread waits until another says so, in every form that the platform offers: a flag that
 * the JIT may never read again, and fourteen that arrive. The Python counterparts are {@code
 * threading.Event}, {@code Condition}, {@code Semaphore}, {@code BoundedSemaphore} and {@code
 * Barrier}, and the stop flag that a worker must look at, since a thread can be killed in neither
 * language.
 */
package dev.lockstep.core.sync;
