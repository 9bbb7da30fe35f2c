/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.core.publication;

/**
 * A worker leaves a result for a reader that may look at any time. Each number comes in a new
 * object, whose field is written before the reference to it is stored. The kinds differ in how the
 * reference is stored and read.
 *
 * <p>A reader finds nothing yet, or a number that was published. In a kind that is not {@link
 * dev.lockstep.core.Construct.Guarantee#EXACT} it may also find the object without its content,
 * that is 0: the default value of a field is there for all threads from the start (JLS 17.4.4), the
 * write of the number need not be.
 */
public interface Publication {

  /** What a reader finds as long as nothing was published. */
  int ABSENT = -1;

  /**
   * Leaves a number.
   *
   * @param number neither {@link #ABSENT} nor 0, which would look like no number or a broken one
   */
  void publish(int number);

  /** The number that was published, or {@link #ABSENT}. */
  int read();
}
