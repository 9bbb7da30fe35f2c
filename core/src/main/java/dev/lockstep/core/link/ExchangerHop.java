/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.link;

import java.util.concurrent.Exchanger;

/**
 * An {@link Exchanger}, where both sides meet twice for a round trip: for the value, and for the
 * answer. What each did before they met happens-before what the other does after (API of {@code
 * Exchanger}).
 */
final class ExchangerHop implements Hop {

  private final Exchanger<Message> place = new Exchanger<>();

  @Override
  public Message ask(Message value) throws InterruptedException {
    Message _ = place.exchange(value);
    return place.exchange(null);
  }

  @Override
  public Message receive() throws InterruptedException {
    return place.exchange(null);
  }

  @Override
  public void answer(Message value) throws InterruptedException {
    Message _ = place.exchange(value);
  }
}
