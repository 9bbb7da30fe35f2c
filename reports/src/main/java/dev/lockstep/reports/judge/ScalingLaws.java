/* SPDX-License-Identifier: Apache-2.0 */
package dev.lockstep.reports.judge;

import dev.lockstep.reports.report.Sweep;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealVector;

/**
 * Amdahl's law and the Universal Scalability Law by least squares. Both are linear in their
 * parameters once the speed-up is turned into time; each equation is weighted so that what is
 * minimised is the relative error, since noise is a share of the time.
 */
final class ScalingLaws {
  private ScalingLaws() {}

  /** A measured speed-up on so many workers. */
  record Measured(double workers, double speedup) {}

  /** Returns the fraction s for which 1/S = s + (1 - s)/w comes closest. */
  static Sweep.Amdahl amdahl(List<Measured> points) {
    double xy = 0;
    double xx = 0;
    for (Measured point : points) {
      double x = (1 - 1 / point.workers()) * point.speedup();
      double y = (1 / point.speedup() - 1 / point.workers()) * point.speedup();
      xy += x * y;
      xx += x * x;
    }
    double s = xx == 0 ? 0 : Math.min(1, Math.max(0, xy / xx));
    return new Sweep.Amdahl(s, residual(points, w -> 1 / (s + (1 - s) / w)));
  }

  /**
   * Returns lambda, sigma and kappa for which w/S = (1 + sigma (w - 1) + kappa w (w - 1)) / lambda
   * comes closest, neither sigma nor kappa below 0: where the free fit leaves that range, one or
   * both are held at 0.
   */
  static Sweep.Usl usl(List<Measured> points) {
    Sweep.Usl best = null;
    for (boolean[] free :
        new boolean[][] {{false, false}, {true, false}, {false, true}, {true, true}}) {
      Sweep.Usl fit = usl(points, free[0], free[1]);
      boolean better = fit != null && (best == null || fit.residual() < best.residual());
      best = better ? fit : best;
    }
    return best;
  }

  private static Sweep.Usl usl(List<Measured> points, boolean sigmaFree, boolean kappaFree) {
    int columns = 1 + (sigmaFree ? 1 : 0) + (kappaFree ? 1 : 0);
    Array2DRowRealMatrix left = new Array2DRowRealMatrix(points.size(), columns);
    ArrayRealVector right = new ArrayRealVector(points.size());
    for (int row = 0; row < points.size(); row++) {
      double w = points.get(row).workers();
      double weight = points.get(row).speedup() / w;
      int column = 0;
      left.setEntry(row, column++, weight);
      if (sigmaFree) {
        left.setEntry(row, column++, (w - 1) * weight);
      }
      if (kappaFree) {
        left.setEntry(row, column, w * (w - 1) * weight);
      }
      right.setEntry(row, 1);
    }
    QRDecomposition qr = new QRDecomposition(left, 1e-12);
    if (!qr.getSolver().isNonSingular()) {
      return null;
    }
    RealVector solved = qr.getSolver().solve(right);
    double lambda = 1 / solved.getEntry(0);
    double sigma = sigmaFree ? solved.getEntry(1) * lambda : 0;
    double kappa = kappaFree ? solved.getEntry(columns - 1) * lambda : 0;
    if (!(lambda > 0) || sigma < 0 || kappa < 0) {
      return null;
    }
    Double peak = kappa > 0 && sigma < 1 ? (Double) StrictMath.sqrt((1 - sigma) / kappa) : null;
    double residual =
        residual(points, w -> lambda * w / (1 + sigma * (w - 1) + kappa * w * (w - 1)));
    return new Sweep.Usl(lambda, sigma, kappa, peak, residual);
  }

  /** Returns the serial fraction that one speed-up would mean if nothing else held it back. */
  static Double karpFlatt(Integer workers, double speedup, int cores) {
    if (workers == null || workers < 2 || workers > cores) {
      return null;
    }
    double w = workers;
    return (1 / speedup - 1 / w) / (1 - 1 / w);
  }

  private static double residual(List<Measured> points, DoubleUnaryOperator law) {
    double sum = 0;
    for (Measured point : points) {
      double error = law.applyAsDouble(point.workers()) / point.speedup() - 1;
      sum += error * error;
    }
    return StrictMath.sqrt(sum / points.size());
  }
}
