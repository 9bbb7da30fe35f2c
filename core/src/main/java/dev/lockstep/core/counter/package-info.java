/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The counter that several threads increment, in every form that the platform offers: three that
 * lose updates and twelve that do not. The Python counterparts are {@code Counter} and {@code
 * LockingCounter} of Effective Python, item 38 of the first edition and 54 of the second.
 */
package dev.lockstep.core.counter;
