/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.link;

import dev.lockstep.core.Construct;
import java.nio.file.Files;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/** The family of links: to add one, write its {@link Hop} and name it here. */
public enum LinkKind implements Construct {

  /** Nobody waits: the baseline. */
  CALL("plain object", Guarantee.PURE, null),

  SYNCHRONOUS_QUEUE("two SynchronousQueues", Guarantee.EXACT, QueueHop::new),

  TRANSFER_QUEUE("two LinkedTransferQueues", Guarantee.EXACT, TransferHop::new),

  EXCHANGER("Exchanger", Guarantee.EXACT, ExchangerHop::new),

  CONDITION("two conditions of one lock", Guarantee.EXACT, ConditionHop::new),

  PARK("volatile fields, park and unpark", Guarantee.EXACT, ParkHop::new),

  /** Two processes, which share nothing. */
  PIPE("process behind two pipes", Guarantee.PURE, null) {
    @Override
    public Optional<String> unavailable() {
      return Files.isExecutable(PipeLink.JAVA)
          ? Optional.empty()
          : Optional.of("this runtime has no launcher: use a JDK that has bin/java");
    }
  };

  private final String label;
  private final Guarantee guarantee;

  @SuppressWarnings("ImmutableEnumChecker") // a constructor reference: it has no state
  private final Supplier<Hop> hops;

  LinkKind(String label, Guarantee guarantee, Supplier<Hop> hops) {
    this.label = label;
    this.guarantee = guarantee;
    this.hops = hops;
  }

  /**
   * A new chain of this kind, its parties waiting.
   *
   * @param depth how many parties there are beside the caller
   * @param threads what they run on; not used if the kind has no {@link #threads}
   * @param work what the last one does with a value; another process leaves it alone, and does
   *     nothing with it
   * @throws IllegalArgumentException if {@code depth} is less than 1, or more than {@link #deepest}
   * @throws IllegalStateException if the kind is {@link #unavailable}
   */
  public Link create(int depth, ThreadFactory threads, IntUnaryOperator work) {
    if (depth < 1 || depth > deepest()) {
      throw new IllegalArgumentException(
          "%s can have 1 to %d parties, not %d".formatted(this, deepest(), depth));
    }
    unavailable()
        .ifPresent(
            why -> {
              throw new IllegalStateException(this + ": " + why);
            });
    return switch (this) {
      case CALL -> new CallLink(depth, work);
      case PIPE -> new PipeLink();
      default -> new Chain(depth, threads, work, hops);
    };
  }

  /** Whether the parties are threads of this JVM. */
  public boolean threads() {
    return hops != null;
  }

  /** The longest chain: one process is enough to be waited for. */
  public int deepest() {
    return this == PIPE ? 1 : Integer.MAX_VALUE;
  }

  @Override
  public String family() {
    return "link";
  }

  @Override
  public LinkKind baseline() {
    return CALL;
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public Guarantee guarantee() {
    return guarantee;
  }
}
