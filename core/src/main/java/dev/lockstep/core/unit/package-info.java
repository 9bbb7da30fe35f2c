/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What a piece of work can be started in: a call, a virtual thread, a platform thread, a thread of
 * a pool, a process, another JVM. The Python counterparts are a call, {@code threading.Thread},
 * {@code ThreadPoolExecutor} and {@code subprocess.Popen}.
 */
package dev.lockstep.core.unit;
