/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The value that is there later, or never: one thread completes it, another may cancel it at the
 * same time, and exactly one of them decides what every thread gets. And {@link
 * dev.lockstep.core.future.TaskGroup several of them}, waited for together. The Python counterparts
 * are {@code concurrent.futures.Future}, {@code wait}, {@code as_completed}, {@code gather} and
 * {@code wait_for}.
 */
package dev.lockstep.core.future;
