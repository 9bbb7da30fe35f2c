/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.queue;

import dev.lockstep.core.queue.ClosableQueue;
import java.util.function.Consumer;

/** What {@link ClosableQueue} and its mutants have in common. */
public interface EndingQueue<T> {

  void put(T item) throws InterruptedException;

  void close();

  void forEach(Consumer<? super T> work) throws InterruptedException;

  void join() throws InterruptedException;
}
