/* SPDX-License-Identifier: Apache-2.0 */
/**
 * What is done with a concurrent map in two calls, and what in one. Each call of it is atomic by
 * itself; what a thread concludes from the first may be old when it makes the second.
 */
package dev.lockstep.core.map;
