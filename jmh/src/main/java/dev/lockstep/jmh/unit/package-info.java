/* SPDX-License-Identifier: Apache-2.0 */
/** What it costs to start something for a piece of work, and what it takes to keep it waiting. */
package dev.lockstep.jmh.unit;
