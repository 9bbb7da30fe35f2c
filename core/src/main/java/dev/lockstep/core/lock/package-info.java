/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Locks with one holder at a time, in every form that the platform offers, and three that it does
 * not, which spin. They differ in whether a thread may take them twice, which thread may give them
 * back, who is next, and what they cost.
 */
package dev.lockstep.core.lock;
