/* SPDX-License-Identifier: Apache-2.0 */
/** What a read costs under a lock that readers share, with and without a writer. */
package dev.lockstep.jmh.rwlock;
