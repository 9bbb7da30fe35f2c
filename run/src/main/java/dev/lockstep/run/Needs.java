/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.run;

/**
 * How long the parts of a plan take beside each other, in minutes on two cores: what is left of a
 * budget after the build is shared in these proportions. What one part does not use goes to those
 * after it.
 *
 * @param prices with their flame graphs
 * @param rest what reads the run directory after the last measurement
 */
public record Needs(double proofs, double models, double prices, double rest) {

  public static Needs of(Plan plan) {
    return switch (plan) {
      case SMOKE -> new Needs(7, 4, 12, 0.5);
      case QUICK -> new Needs(2.1, 0.5, 4.7, 0.2);
      case NIGHTLY -> new Needs(75, 25, 160, 1);
      case FULL -> new Needs(100, 100, 400, 1);
    };
  }
}
