/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.mutant;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The construct that a mutant was made from, and what was broken. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface MutantOf {

  /** The id of the construct, such as {@code counter:ATOMIC}. */
  String value();

  /** What is wrong, in one short sentence without a full stop. */
  String bug();
}
