/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.proof;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a stress test proves about a construct. Without {@link #mustObserve} it forbids: each named
 * row of its table that is forbidden has a {@link Twin} that shows it. With it, it shows a race:
 * the run proves it by having seen every outcome named.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Proof {

  /** The id of the construct, such as {@code counter:ATOMIC}. */
  String construct();

  /** The outcomes without which the run proves nothing. */
  String[] mustObserve() default {};
}
