/* SPDX-License-Identifier: Apache-2.0 */
/**
 * Mutants: shipped constructs with one line broken, each by a mistake that people make. They show
 * what the stress tests and the model checker would say if a construct were broken so, and must be
 * used for nothing else.
 *
 * <p>A mutant of a counter loses one of two increments, one of a lock gives itself to two threads
 * that try it, one of a signal ends the wait before it is sent or never.
 */
package dev.lockstep.jcstress.mutant;
