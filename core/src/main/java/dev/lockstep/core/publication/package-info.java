/* SPDX-License-Identifier: Apache-2.0 */
/**
 * How a result gets from the thread that made it to one that looks at any time, without a join:
 * through a plain or opaque reference, behind which the content may be missing, and in four ways
 * that bring it along. The Python counterpart is an attribute that a worker thread sets on itself.
 */
package dev.lockstep.core.publication;
