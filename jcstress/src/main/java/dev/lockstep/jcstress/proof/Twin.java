/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.proof;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The same test of something that is broken on purpose. Its outcome table is that of the proofs,
 * except that what they forbid is interesting here: how often it shows in a run says how often it
 * was to be expected in the proofs.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Twin {

  /** The proofs that this is the twin of: single tests, or classes of tests with all in them. */
  Class<?>[] of();

  /** What it is to them. */
  TwinRole role() default TwinRole.CONTROL;

  /** Where the two differ: what is wrong, in a few words. */
  String bug();

  /** Its place among the twins of the same proofs, the nearest to them first. */
  int rank() default 0;

  /** The id of the construct that a mutant was made from; empty for all others. */
  String mutates() default "";

  /**
   * Whether the window of the bug is wider than the proofs' own, by a spin hint for instance. Its
   * rate then counts no more than a ceiling.
   */
  boolean widened() default false;
}
