/* SPDX-License-Identifier: Apache-2.0 */
/**
 * The first class that the stress-test jar and the benchmark jar run. It is compiled for Java 8 so
 * that it loads on whatever {@code java} stands first on the path, and hands over to JDK 25.
 */
package dev.lockstep.run.launch;
