/* SPDX-License-Identifier: Apache-2.0 */
/** What order costs: an access by its mode, a fence, and a cache line that two threads want. */
package dev.lockstep.jmh.order;
