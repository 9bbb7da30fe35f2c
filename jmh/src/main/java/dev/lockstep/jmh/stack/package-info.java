/* SPDX-License-Identifier: Apache-2.0 */
/** What it costs to push and pop. */
package dev.lockstep.jmh.stack;
