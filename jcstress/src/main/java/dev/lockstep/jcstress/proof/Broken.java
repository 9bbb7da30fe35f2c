/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.proof;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** This class is broken on purpose, in one place; stress tests and models of it must fail. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Broken {

  /** What is wrong, in a few words that go on after "with the twin's bug:". */
  String bug();

  /** The id of the construct that this is a copy of; empty if it stands for a whole family. */
  String mutates() default "";
}
