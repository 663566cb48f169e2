package org.tipwright.physics.lift.planar;

/** Gaussian elimination with partial pivoting for the few coordinates of a chain. */
final class LinearEquations {

  private LinearEquations() {}

  /** Solves {@code a·x = b} in place: b becomes x, a is destroyed. A zero pivot gives NaN. */
  static void solve(double[][] a, double[] b) {
    int n = b.length;
    for (int column = 0; column < n; column++) {
      int pivot = column;
      for (int row = column + 1; row < n; row++) {
        if (Math.abs(a[row][column]) > Math.abs(a[pivot][column])) {
          pivot = row;
        }
      }
      double[] swappedRow = a[column];
      a[column] = a[pivot];
      a[pivot] = swappedRow;
      double swapped = b[column];
      b[column] = b[pivot];
      b[pivot] = swapped;
      for (int row = column + 1; row < n; row++) {
        double factor = a[row][column] / a[column][column];
        for (int k = column; k < n; k++) {
          a[row][k] -= factor * a[column][k];
        }
        b[row] -= factor * b[column];
      }
    }
    for (int row = n - 1; row >= 0; row--) {
      for (int k = row + 1; k < n; k++) {
        b[row] -= a[row][k] * b[k];
      }
      b[row] /= a[row][row];
    }
  }
}
