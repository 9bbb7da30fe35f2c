/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.publication;

/**
 * A plain reference to an object whose field is final. A thread that sees the reference sees the
 * field as the constructor left it, however the reference reached it (JLS 17.5). That holds for
 * final fields and what is reached through them, as long as the constructor does not let {@code
 * this} out. It is not specified when a reader sees the reference, or whether it ever does.
 */
public final class FinalFieldPublication implements Publication {

  private static final class FinalResult {

    private final int number;
    private final int doubled;
    private final int tripled;
    private final int quadrupled;

    FinalResult(int number) {
      this.number = number;
      this.doubled = this.number + number;
      this.tripled = this.doubled + number;
      this.quadrupled = this.tripled + number;
    }
  }

  private FinalResult result;

  @Override
  public void publish(int number) {
    result = new FinalResult(number);
  }

  /** Reads the reference once: a second read of a racy field may be older than the first. */
  @Override
  public int read() {
    FinalResult seen = result;
    return seen == null
        ? ABSENT
        : Result.whole(seen.number, seen.doubled, seen.tripled, seen.quadrupled);
  }
}
