package org.tipwright.runs.report;

/**
 * One recorded lift, as it is drawn: index 0 is contact, then one entry per step.
 *
 * @param title what it is, such as the policy and the outcome
 * @param source where it was recorded, and in which file
 * @param x tip relative to contact, in Å
 * @param y likewise
 * @param z likewise, the height
 * @param logConductance log10 of |I/V| in nS; empty where it was not observed
 * @param frequencyShiftHertz empty where it was not observed
 * @param succeeded whether it ended in success
 */
record LiftTrace(
    String title,
    String source,
    double[] x,
    double[] y,
    double[] z,
    double[] logConductance,
    double[] frequencyShiftHertz,
    boolean succeeded) {

  int last() {
    return x.length - 1;
  }

  /** Direction of the path's farthest point seen from above, in radians; the side view's plane. */
  double azimuthRadians() {
    int farthest = 0;
    for (int i = 0; i < x.length; i++) {
      if (Math.hypot(x[i], y[i]) > Math.hypot(x[farthest], y[farthest])) {
        farthest = i;
      }
    }
    return Math.atan2(y[farthest], x[farthest]);
  }

  /** Lateral position along {@link #azimuthRadians}, in Å. */
  double[] alongAngstrom() {
    double cos = Math.cos(azimuthRadians());
    double sin = Math.sin(azimuthRadians());
    double[] along = new double[x.length];
    for (int i = 0; i < along.length; i++) {
      along[i] = x[i] * cos + y[i] * sin;
    }
    return along;
  }
}
