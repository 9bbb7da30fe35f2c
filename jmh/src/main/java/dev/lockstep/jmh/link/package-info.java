/* SPDX-License-Identifier: Apache-2.0 */
/** What it costs to hand a value to another party and wait for the answer. */
package dev.lockstep.jmh.link;
