/* SPDX-License-Identifier: Apache-2.0 */
/** What it costs to take a lock that may be held, and how often that succeeds. */
package dev.lockstep.jmh.lock;
