/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The second opinion, of two checkers. Lincheck's model checker puts the questions of the stress
 * tests to the same constructs and mutants, tries interleavings one by one, and prints the one that
 * breaks something.
 *
 * <p>Fray lets real threads run, one at a time, and draws by lot which one goes on. It asks what
 * Lincheck takes for one step: who is woken, who gives up in time, what a closed executor leaves.
 *
 * <p>Both know sequential consistency only: every read sees the last write. They can neither see a
 * missing {@code volatile} nor a reordering; that is what the stress tests are for. Nor does
 * Lincheck change threads inside {@code AbstractQueuedSynchronizer}, {@code FutureTask} and the
 * executors, which it takes to be right. Within these bounds they see what stress tests may wait
 * for in vain, and of small constructs Lincheck can say that there is nothing more to see.
 */
package dev.lockstep.jcstress.model;
