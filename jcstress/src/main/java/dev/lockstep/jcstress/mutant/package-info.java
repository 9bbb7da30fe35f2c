/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Mutants: shipped constructs with one line broken, each with a mistake that people make. They show
 * what the stress tests and the model checker would say if a construct were broken so. Under a
 * contract of two increments or two {@code tryLock}s, every one of them can be caught; none may be
 * used for anything else.
 */
package dev.lockstep.jcstress.mutant;
