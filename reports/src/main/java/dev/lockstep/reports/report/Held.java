/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.report;

/** Why a test is held: nothing speaks against it, and what speaks for it is not enough. */
public enum Held {
  /** What breaks where the order of memory is not asked for does not break on this machine. */
  NOT_REFUTABLE_HERE("not refutable here"),
  /** Nothing shows that the test could see the outcome that it forbids. */
  TWIN_NOT_CAUGHT("twin not caught"),
  FORKS("too few forks"),
  /** The threads met too seldom in one of the orders in which they may meet. */
  ORDERS_NOT_MET("an order seen too seldom"),
  POWER("too little power"),
  RACE_NOT_SEEN("race not seen"),
  /** The budget ended before it, or a control that it needs, had all its results. */
  NOT_REACHED("not reached in the budget");

  private final String words;

  Held(String words) {
    this.words = words;
  }

  /** Returns the reason as it is read in a badge. */
  public String words() {
    return words;
  }
}
