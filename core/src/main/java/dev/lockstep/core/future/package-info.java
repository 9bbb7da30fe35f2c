/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The value that is there later, or never: one thread completes it, another may cancel it at the
 * same time, and exactly one of them decides what everybody gets. The Python counterpart is {@code
 * concurrent.futures.Future}.
 */
package dev.lockstep.core.future;
