/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Locks that let readers in together and a writer alone. They differ in whether a reader takes
 * anything at all, in what a lock that is held can be converted to, and in what a read costs while
 * somebody writes.
 */
package dev.lockstep.core.rwlock;
