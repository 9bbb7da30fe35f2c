/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The second opinion: Lincheck's model checker puts the questions of the stress tests to the same
 * constructs and mutants, tries interleavings one by one, and prints the one that breaks something.
 *
 * <p>It knows sequential consistency only: every read sees the last write. It can neither see a
 * missing {@code volatile} nor a reordering; that is what the stress tests are for. Nor does it
 * change threads inside {@code AbstractQueuedSynchronizer}, {@code FutureTask} and the executors,
 * which it takes to be right. Within these bounds it sees what stress tests may wait for in vain,
 * and of small constructs it can say that there is nothing more to see.
 */
package dev.lockstep.jcstress.model;
