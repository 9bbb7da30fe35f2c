/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The lock that a thread takes only if it is free, in every form that the platform offers, and one
 * that it does not: each has one holder at a time. They differ in whether a thread may take them
 * twice, which thread may give them back, and what they cost. The Python counterpart is {@code
 * threading.Lock.acquire(blocking=False)}.
 */
package dev.lockstep.core.lock;
