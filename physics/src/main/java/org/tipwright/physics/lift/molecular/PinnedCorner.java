package org.tipwright.physics.lift.molecular;

/**
 * A corner oxygen's bond to its site on the metal: {@code −D w(x, y) s(h)}, w the lattice's wells
 * (1 in the site, 0 between), s the fading with height h over the flat molecule: e^(−h/λ), rounded
 * off below.
 */
final class PinnedCorner {

  /** Length in Å over which the fading sets in. */
  private static final double SHOULDER_ANGSTROM = 0.1;

  /** Depth of a well below the bridge: (1 + 2c)/3 is 1 in the well and 1/9 at c = −1/3. */
  private static final double BRIDGE = 8.0 / 9;

  private double lastShare;
  private double lastX;
  private double lastY;
  private final int atom;
  private final double depth;
  private final double fade;
  private final double restX;
  private final double restY;
  private final double restZ;
  private final Lattice lattice;
  private final double[] lateral = new double[5];

  PinnedCorner(
      int atom,
      double depthEv,
      double fadeAngstrom,
      double restX,
      double restY,
      double restZ,
      Lattice lattice) {
    this.atom = atom;
    this.depth = depthEv;
    this.fade = fadeAngstrom;
    this.restX = restX;
    this.restY = restY;
    this.restZ = restZ;
    this.lattice = lattice;
  }

  double addTo(double[] r, double[] slope, SkylineMatrix stiffness, boolean curvature) {
    int at = 3 * atom;
    double h = r[at + 2] - restZ;
    double share = 1;
    double fall = 0;
    double bend = 0;
    if (h > 0) {
      double squared = SHOULDER_ANGSTROM * SHOULDER_ANGSTROM;
      double s = StrictMath.sqrt(h * h + squared);
      share = StrictMath.exp((SHOULDER_ANGSTROM - s) / fade);
      fall = -share * h / (s * fade);
      bend = share * (h * h / (s * s * fade) - squared / (s * s * s)) / fade;
    }
    double c = lattice.at(r[at] - restX, r[at + 1] - restY, lateral);
    double well = -depth * (1 + 2 * c) / 3;
    double k = -depth * 2.0 / 3;
    lastShare = share;
    lastX = -k * share * lateral[0];
    lastY = -k * share * lateral[1];
    slope[at] -= lastX;
    slope[at + 1] -= lastY;
    slope[at + 2] += well * fall;
    if (curvature) {
      stiffness.add(at, at, k * share * lateral[2]);
      stiffness.add(at + 1, at, k * share * lateral[3]);
      stiffness.add(at + 1, at + 1, k * share * lateral[4]);
      stiffness.add(at + 2, at, k * fall * lateral[0]);
      stiffness.add(at + 2, at + 1, k * fall * lateral[1]);
      stiffness.add(at + 2, at + 2, well * bend);
    }
    return well * share;
  }

  /** Barrier in eV to the next well, over the bridge between, at the last height. */
  double barrierEv() {
    return BRIDGE * depth * lastShare;
  }

  /** Largest lateral force in eV/Å that a sinusoid of that barrier bears: πE/a. */
  double largestForceEvPerAngstrom() {
    return StrictMath.PI * barrierEv() / lattice.spacingAngstrom();
  }

  /** Lateral force on the oxygen in the last state, in eV/Å; likewise {@link #forceY}. */
  double forceX() {
    return lastX;
  }

  double forceY() {
    return lastY;
  }
}
