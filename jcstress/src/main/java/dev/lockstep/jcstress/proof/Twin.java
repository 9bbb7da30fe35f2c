/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.proof;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A deliberately broken variant of what the proofs of a contract judge. Its outcome table is that
 * of the contract, except that what the contract forbids is interesting here; a run in which it was
 * not seen could not have caught a broken construct either.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Twin {

  /** The contract that this variant breaks. */
  Class<?> contract();

  /** The forbidden outcomes that the run must have seen here. */
  String[] mustObserve();

  /** Further forbidden outcomes of the contract that the bug allows, too rare to be demanded. */
  String[] mayObserve() default {};

  /** What is wrong, in a few words; empty if the mutant says it. */
  String bug() default "";

  /** The class with the bug, if it is a {@link MutantOf} a shipped construct. */
  Class<?> mutant() default void.class;
}
