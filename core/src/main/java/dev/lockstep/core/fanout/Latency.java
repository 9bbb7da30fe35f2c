/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.fanout;

import java.io.IOException;
import java.time.Duration;

/**
 * Something that lets its callers wait, each as long as every other. Any number may call at once.
 */
public interface Latency extends AutoCloseable {

  /** How long closing waits for a thread that has been told to end. */
  Duration GRACE = Duration.ofSeconds(10);

  /**
   * Blocks this thread for the latency, or a little longer, as a request to somewhere else would.
   *
   * @return the number, sent there and back where there is a way
   * @throws InterruptedException if the thread is interrupted before or meanwhile
   * @throws IOException if the way fails
   */
  int request(int number) throws IOException, InterruptedException;

  /** Ends what answers, and gives all descriptors back. Requests under way fail. */
  @Override
  void close();
}
