package org.tipwright.physics.lift.molecular;

import java.util.Arrays;

/**
 * A symmetric matrix of which only the part between the first non-zero of each row and the diagonal
 * is kept, with its Cholesky factor. The stiffness of a long molecule, atoms sorted along it, fits
 * well. George and Liu, Computer Solution of Large Sparse Positive Definite Systems (1981), ch. 4.
 */
final class SkylineMatrix {

  private final int size;
  private final int[] first;
  private final int[] start;
  private final double[] value;
  private final double[] factor;
  private final double[] inverseDiagonal;

  /**
   * An empty matrix.
   *
   * @param first for each row the first column that may hold something other than 0
   */
  SkylineMatrix(int[] first) {
    this.size = first.length;
    this.first = first.clone();
    this.start = new int[size];
    int length = 0;
    for (int row = 0; row < size; row++) {
      start[row] = length - first[row];
      length += row - first[row] + 1;
    }
    this.value = new double[length];
    this.factor = new double[length];
    this.inverseDiagonal = new double[size];
  }

  void clear() {
    Arrays.fill(value, 0);
  }

  /** Adds to an entry on or below the diagonal. */
  void add(int row, int column, double x) {
    value[start[row] + column] += x;
  }

  /** Number of entries kept: the cost of a solution is four times that many operations. */
  int entries() {
    return value.length;
  }

  /**
   * Factorises the matrix with a constant added to its diagonal.
   *
   * @return whether it is positive definite; if not, the factor is of no use
   */
  boolean factorise(double shift) {
    double[] l = factor;
    for (int i = 0; i < size; i++) {
      int rowI = start[i];
      int firstI = first[i];
      double diagonal = value[rowI + i] + shift;
      for (int j = firstI; j < i; j++) {
        int rowJ = start[j];
        double sum = value[rowI + j] - dot(l, rowI, rowJ, Math.max(firstI, first[j]), j);
        l[rowI + j] = sum * inverseDiagonal[j];
      }
      diagonal -= dot(l, rowI, rowI, firstI, i);
      if (!(diagonal > SMALLEST_PIVOT)) {
        return false;
      }
      double root = StrictMath.sqrt(diagonal);
      l[rowI + i] = root;
      inverseDiagonal[i] = 1 / root;
    }
    return true;
  }

  private static final double SMALLEST_PIVOT = 1e-9;

  /** Four partial sums: a single one would wait for each addition. */
  private static double dot(double[] l, int rowI, int rowJ, int from, int to) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int k = from;
    for (; k + 3 < to; k += 4) {
      a += l[rowI + k] * l[rowJ + k];
      b += l[rowI + k + 1] * l[rowJ + k + 1];
      c += l[rowI + k + 2] * l[rowJ + k + 2];
      d += l[rowI + k + 3] * l[rowJ + k + 3];
    }
    for (; k < to; k++) {
      a += l[rowI + k] * l[rowJ + k];
    }
    return (a + b) + (c + d);
  }

  /** Solves with the last factor, in place. */
  void solve(double[] x) {
    double[] l = factor;
    for (int i = 0; i < size; i++) {
      int row = start[i];
      double sum = x[i];
      for (int k = first[i]; k < i; k++) {
        sum -= l[row + k] * x[k];
      }
      x[i] = sum * inverseDiagonal[i];
    }
    for (int i = size - 1; i >= 0; i--) {
      int row = start[i];
      double xi = x[i] * inverseDiagonal[i];
      x[i] = xi;
      for (int k = first[i]; k < i; k++) {
        x[k] -= l[row + k] * xi;
      }
    }
  }
}
