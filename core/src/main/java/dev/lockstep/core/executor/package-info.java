/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Ways to run one function over many inputs. The Python counterparts are the loop, the thread per
 * number of Effective Python item 37 and {@code ThreadPoolExecutor.map} of item 41.
 */
package dev.lockstep.core.executor;
