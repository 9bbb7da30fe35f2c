/* SPDX-License-Identifier: Apache-2.0 */
/** The proofs of what is done with a concurrent map in one call, and the races of two. */
package dev.lockstep.jcstress.map;
