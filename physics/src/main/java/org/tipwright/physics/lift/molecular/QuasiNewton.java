package org.tipwright.physics.lift.molecular;

/**
 * Steps towards a minimum from a factor of the stiffness made elsewhere, corrected by what the last
 * steps showed of it: limited-memory BFGS with that factor in place of a scaled unit matrix.
 * Nocedal and Wright, Numerical Optimization, 2nd ed., algorithm 7.4.
 */
final class QuasiNewton {

  private static final int MEMORY = 8;

  private final double[][] moved = new double[MEMORY][];
  private final double[][] changed = new double[MEMORY][];
  private final double[] inverse = new double[MEMORY];
  private final double[] weight = new double[MEMORY];
  private int count;
  private int next;

  QuasiNewton(int coordinates) {
    for (int i = 0; i < MEMORY; i++) {
      moved[i] = new double[coordinates];
      changed[i] = new double[coordinates];
    }
  }

  /** Forgets the last steps: the factor was made anew. */
  void forget() {
    count = 0;
    next = 0;
  }

  /** Writes the step to take at these slopes, in eV/Å, into {@code step}, in Å. */
  void step(double[] slope, SkylineMatrix stiffness, double[] step) {
    int n = step.length;
    for (int i = 0; i < n; i++) {
      step[i] = -slope[i];
    }
    for (int back = 1; back <= count; back++) {
      int k = Math.floorMod(next - back, MEMORY);
      double w = inverse[k] * dot(moved[k], step);
      weight[k] = w;
      add(step, -w, changed[k]);
    }
    stiffness.solve(step);
    for (int back = count; back >= 1; back--) {
      int k = Math.floorMod(next - back, MEMORY);
      add(step, weight[k] - inverse[k] * dot(changed[k], step), moved[k]);
    }
  }

  /**
   * Remembers a step that was taken.
   *
   * @param scale share of {@code step} that was taken
   * @param before slopes before it
   * @param after slopes after it
   * @return whether it is of use: along it the energy curves upwards
   */
  boolean learn(double[] step, double scale, double[] before, double[] after) {
    double[] s = moved[next];
    double[] y = changed[next];
    double sy = 0;
    double yy = 0;
    for (int i = 0; i < s.length; i++) {
      s[i] = scale * step[i];
      y[i] = after[i] - before[i];
      sy += s[i] * y[i];
      yy += y[i] * y[i];
    }
    if (!(sy > 1e-12 * yy)) {
      return false;
    }
    inverse[next] = 1 / sy;
    next = (next + 1) % MEMORY;
    count = Math.min(count + 1, MEMORY);
    return true;
  }

  private static double dot(double[] a, double[] b) {
    double even = 0;
    double odd = 0;
    int i = 0;
    for (; i + 1 < a.length; i += 2) {
      even += a[i] * b[i];
      odd += a[i + 1] * b[i + 1];
    }
    return i < a.length ? even + odd + a[i] * b[i] : even + odd;
  }

  private static void add(double[] to, double factor, double[] what) {
    for (int i = 0; i < to.length; i++) {
      to[i] += factor * what[i];
    }
  }
}
