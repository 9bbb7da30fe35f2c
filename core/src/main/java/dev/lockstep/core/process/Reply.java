/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.process;

/**
 * How a function ended for one input in a worker: with a value, or with a failure.
 *
 * @param value the result, which may be null
 * @param failure null if there is a result
 */
public record Reply<R>(R value, Throwable failure) {}
