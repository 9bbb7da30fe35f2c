/* SPDX-License-Identifier: Apache-2.0 */
/** What it costs to read two values that belong together, alone and beside a writer. */
package dev.lockstep.jmh.pair;
