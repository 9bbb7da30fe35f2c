/* SPDX-License-Identifier: Apache-2.0 */
/** What it costs to take a lock, by trying and by waiting, and how often a try succeeds. */
package dev.lockstep.jmh.lock;
