/* SPDX-License-Identifier: Apache-2.0 */
/** What queues cost. */
package dev.lockstep.jmh.queue;
