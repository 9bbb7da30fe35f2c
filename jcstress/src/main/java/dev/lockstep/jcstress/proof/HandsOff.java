/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.jcstress.proof;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The tests of this class wait for each other or for other threads: {@link Pace#HAND_OFF}. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface HandsOff {}
