/* SPDX-License-Identifier: Apache-2.0 */
/** What each way of running the same tasks gains and costs. */
package dev.lockstep.jmh.executor;
