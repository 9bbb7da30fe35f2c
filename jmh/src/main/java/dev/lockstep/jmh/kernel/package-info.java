/* SPDX-License-Identifier: Apache-2.0 */
/** What the two functions cost by algorithm and engine, one thread alone. */
package dev.lockstep.jmh.kernel;
