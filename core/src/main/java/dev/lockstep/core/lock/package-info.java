/* SPDX-License-Identifier: Apache-2.0 */
/** Locks that the platform does not have. */
package dev.lockstep.core.lock;
