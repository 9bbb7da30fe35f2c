/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.model;

import dev.lockstep.core.link.Link;

/** What a thread calls that sends a number down a link with one party. */
public final class LinkCalls {

  private final Link link = ObjectUnderTest.create(Link.class);

  public int roundTrip() throws InterruptedException {
    return link.roundTrip(5);
  }

  public void close() {
    link.close();
  }
}
