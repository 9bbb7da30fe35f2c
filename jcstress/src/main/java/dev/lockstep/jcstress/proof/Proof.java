/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.proof;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a stress test proves about a construct. Without {@link #mustObserve} it forbids: its
 * contract is its {@code @JCStressMeta} class, and a {@link Twin} of that contract shows that the
 * test could have failed. With it, it shows a race: the run proves it by having seen every outcome
 * named.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Proof {

  /** The id of the construct, such as {@code counter:ATOMIC}. */
  String construct();

  /** The outcomes without which the run proves nothing. */
  String[] mustObserve() default {};

  /** Further interesting outcomes, too rare to be demanded of every run. */
  String[] mayObserve() default {};

  /**
   * The contract that a race breaks: whoever shows the race shows, too, that the proofs of this
   * contract could have failed.
   */
  Class<?> breaks() default void.class;
}
