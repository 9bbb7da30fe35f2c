/* SPDX-License-Identifier: Apache-2.0 */
/** What a counter costs, and what an unlocked one loses while it is fast. */
package dev.lockstep.jmh.counter;
