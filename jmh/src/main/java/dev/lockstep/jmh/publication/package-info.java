/* SPDX-License-Identifier: Apache-2.0 */
/** What it costs to leave a result for others, and to look for it. */
package dev.lockstep.jmh.publication;
