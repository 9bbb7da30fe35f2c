/* SPDX-License-Identifier: Apache-2.0 */
/** What it costs to pass work through stages: over every queue, by every other way, and by hand. */
package dev.lockstep.jmh.pipeline;
