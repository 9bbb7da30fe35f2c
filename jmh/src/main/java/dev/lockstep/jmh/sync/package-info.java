/* SPDX-License-Identifier: Apache-2.0 */
/** What it costs to tell another thread that it may go on, apart from waking it. */
package dev.lockstep.jmh.sync;
