/* SPDX-License-Identifier: Apache-2.0 */
/** What it costs to promise a value, to keep the promise, and to get it. */
package dev.lockstep.jmh.future;
