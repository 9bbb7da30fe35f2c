/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Work that waits: requests that block for a while and then compute a little, many of them at once,
 * and the Game of Life with such a request in every cell, the example by which Effective Python
 * (items 56 to 60) tells when concurrency becomes necessary.
 */
package dev.lockstep.core.fanout;
