/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.proof;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A stress test that shows a lesson, or something that the Memory Model allows and a given machine
 * may never do, such as a plain publication on x86. It proves nothing by what it sees or does not
 * see; only an outcome outside its table would be news.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Exhibit {

  /** The id of the construct, such as {@code publication:PLAIN}. */
  String construct();

  /**
   * The proofs about memory order that this would refute if it stood in their place: where it does
   * not break, they cannot be refuted either.
   */
  Class<?>[] order() default {};
}
