/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.fanout;

import dev.lockstep.core.kernel.GlobalLock;
import dev.lockstep.core.kernel.KernelCall;
import dev.lockstep.core.kernel.Task.Gcd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/**
 * A task that waits and then computes: what a server does for each of its clients. The waiting is
 * done without the lock, as CPython gives up its lock while a system call blocks; the computing is
 * a kernel on numbers that differ from task to task.
 *
 * @param latency where it waits
 * @param tokens steps of the kernel, of some nanoseconds each; 0 if nothing is computed
 * @param lock what computing tasks share
 */
public record Request(Latency latency, int tokens, GlobalLock lock)
    implements Function<Integer, Integer> {

  /** Beyond any number of tokens, so that it has no divisor in common with what is below it. */
  private static final int PRIME = 2_097_169;

  /** Greatest common divisors are 1 to this number. */
  private static final int DIVISORS = 7;

  /**
   * Checks the number of tokens.
   *
   * @throws IllegalArgumentException if they are negative, more than two million, or so few that
   *     there is nothing to compute
   */
  public Request {
    if (tokens < 0 || tokens >= PRIME || (tokens > 0 && tokens < DIVISORS)) {
      throw new IllegalArgumentException(
          "tokens must be 0, or from %d to %d, not %d".formatted(DIVISORS, PRIME - 1, tokens));
    }
  }

  /**
   * Waits, computes, and returns both results as one number.
   *
   * @throws UncheckedIOException if the way to the other side fails
   * @throws CancellationException if the thread is interrupted; it stays so
   */
  @Override
  public Integer apply(Integer number) {
    try {
      return result(latency.request(number), computed(number));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while a request was under way");
    }
  }

  private int computed(int number) {
    if (tokens == 0) {
      return 0;
    }
    int divisor = divisor(number);
    Object found =
        new KernelCall(lock).apply(new Gcd(divisor * PRIME, divisor * (tokens / divisor)));
    return (Integer) found;
  }

  /** Of a prime times d and less than that prime times d, the greatest common divisor is d. */
  private static int divisor(int number) {
    return 1 + Math.floorMod(number, DIVISORS);
  }

  private static int result(int echoed, int computed) {
    return echoed * (DIVISORS + 1) + computed;
  }

  /** What a request must return, known without waiting or computing. */
  public int expected(int number) {
    return result(number, tokens == 0 ? 0 : divisor(number));
  }

  /** How many of the results, in the order of the numbers from 0 on, are those that must be. */
  public int right(List<Integer> results) {
    int right = 0;
    for (int number = 0; number < results.size(); number++) {
      if (results.get(number) == expected(number)) {
        right++;
      }
    }
    return right;
  }
}
