/* SPDX-License-Identifier: Apache-2.0 */
/** What it costs to change what a concurrent map holds, in one call and in two. */
package dev.lockstep.jmh.map;
