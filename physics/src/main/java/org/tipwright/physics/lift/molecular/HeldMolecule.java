package org.tipwright.physics.lift.molecular;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tipwright.physics.forcefield.MorseBond;
import org.tipwright.physics.forcefield.TiltedBarrier;
import org.tipwright.physics.molecule.Element;

/**
 * The energy of a molecule between metal, neighbours and tip as a function of its atoms' positions,
 * in the molecule's frame: the flat molecule's centre at the origin, its long axis along x, heights
 * over the topmost nuclei.
 */
final class HeldMolecule {

  private final BondedTerms bonded;
  private final AdsorptionTerms adsorption;
  private final PinnedCorner[] pins;
  private final Element[] element;
  private final ElasticBond tipBond;
  private final SkylineMatrix stiffness;
  private final double[] slope;
  private final double[] local = new double[9];
  private final double[] work = new double[21];

  private final Lattice lattice;

  /** Atoms below this height over the topmost nuclei lie on the metal, in Å. */
  private static final double LOW_ANGSTROM = 4;

  private double slipX;
  private double slipY;
  private @Nullable NeighbourField neighbours;
  private int held;
  private boolean bond;
  private double tipX;
  private double tipY;
  private double tipZ;
  private double towardsX;
  private double towardsY;
  private double towardsZ;
  private double distance;

  HeldMolecule(
      BondedTerms bonded,
      AdsorptionTerms adsorption,
      PinnedCorner[] pins,
      Lattice lattice,
      Element[] element,
      double tipEvPerAngstrom2) {
    this.bonded = bonded;
    this.adsorption = adsorption;
    this.pins = pins;
    this.lattice = lattice;
    this.element = element;
    this.tipBond = new ElasticBond(tipEvPerAngstrom2);
    this.stiffness = new SkylineMatrix(bonded.skyline(element.length));
    this.slope = new double[3 * element.length];
  }

  /** Puts the molecule among these neighbours, or none, free of the tip. */
  void surround(@Nullable NeighbourField field) {
    neighbours = field;
    bond = false;
  }

  /** Bonds the tip to an atom. */
  void hold(int atom, MorseBond law) {
    held = atom;
    tipBond.set(law);
    bond = true;
  }

  void release() {
    bond = false;
  }

  boolean bonded() {
    return bond;
  }

  void moveTip(double x, double y, double z) {
    tipX = x;
    tipY = y;
    tipZ = z;
  }

  /** Energy in eV; fills {@link #slope} and, if asked, {@link #stiffness}. */
  double evaluate(double[] r, boolean curvature) {
    Arrays.fill(slope, 0);
    if (curvature) {
      stiffness.clear();
      bonded.addTo(r, stiffness, work);
    }
    double energy = bonded.addTo(r, slope);
    energy += adsorption.addTo(r, slope, stiffness, curvature);
    for (PinnedCorner pin : pins) {
      energy += pin.addTo(r, slope, stiffness, curvature);
    }
    if (neighbours != null) {
      energy += neighbourEv(neighbours, r, curvature);
    }
    return bond ? energy + tipEv(r, curvature) : energy;
  }

  private double neighbourEv(NeighbourField field, double[] r, boolean curvature) {
    double energy = 0;
    double top = field.topAngstrom();
    for (int i = 0; i < element.length; i++) {
      int at = 3 * i;
      if (r[at + 2] >= top) {
        continue;
      }
      energy += field.grid(element[i]).energyEv(r[at], r[at + 1], r[at + 2], local, curvature);
      slope[at] += local[0];
      slope[at + 1] += local[1];
      slope[at + 2] += local[2];
      if (curvature) {
        addDiagonal(at, local[3], local[4], local[5], local[6], local[7], local[8]);
      }
    }
    return energy;
  }

  private double tipEv(double[] r, boolean curvature) {
    int at = 3 * held;
    double x = tipX - r[at];
    double y = tipY - r[at + 1];
    double z = tipZ - r[at + 2];
    distance = StrictMath.sqrt(x * x + y * y + z * z);
    tipBond.evaluate(distance);
    towardsX = x / distance;
    towardsY = y / distance;
    towardsZ = z / distance;
    double f = tipBond.slopeEvPerAngstrom();
    slope[at] -= f * towardsX;
    slope[at + 1] -= f * towardsY;
    slope[at + 2] -= f * towardsZ;
    if (curvature) {
      double across = f / distance;
      double along = tipBond.curvatureEvPerAngstrom2() - across;
      addDiagonal(
          at,
          across + along * towardsX * towardsX,
          along * towardsX * towardsY,
          across + along * towardsY * towardsY,
          along * towardsX * towardsZ,
          along * towardsY * towardsZ,
          across + along * towardsZ * towardsZ);
    }
    return tipBond.energyEv();
  }

  private void addDiagonal(
      int at, double xx, double xy, double yy, double xz, double yz, double zz) {
    stiffness.add(at, at, xx);
    stiffness.add(at + 1, at, xy);
    stiffness.add(at + 1, at + 1, yy);
    stiffness.add(at + 2, at, xz);
    stiffness.add(at + 2, at + 1, yz);
    stiffness.add(at + 2, at + 2, zz);
  }

  /** dE/dr of the last evaluation, in eV/Å. */
  double[] slope() {
    return slope;
  }

  /** Second derivatives of the last evaluation that asked for them. */
  SkylineMatrix stiffness() {
    return stiffness;
  }

  /** Force in the tip's bond at the last evaluation, in eV/Å, positive where it pulls. */
  double tipForceEvPerAngstrom() {
    return bond ? tipBond.slopeEvPerAngstrom() : 0;
  }

  /** Work in eV that moving the tip by this vector, in Å, does against the last state's force. */
  double workEv(double dx, double dy, double dz) {
    return bond
        ? tipBond.slopeEvPerAngstrom() * (towardsX * dx + towardsY * dy + towardsZ * dz)
        : 0;
  }

  /** Its vertical part on the tip, positive downwards. */
  double verticalTipForceEvPerAngstrom() {
    return bond ? tipBond.slopeEvPerAngstrom() * towardsZ : 0;
  }

  /** By how much that bond is longer than at its minimum, in Å; +∞ without one. */
  double stretchAngstrom() {
    return bond ? tipBond.stretchAngstrom() : Double.POSITIVE_INFINITY;
  }

  MorseBond tipLaw() {
    return tipBond.bond();
  }

  /**
   * Barrier in eV against sliding by one period along the row nearest to the pull: that of the
   * pinned corners together, tilted by the lateral force that they bear in the last state. +∞ where
   * nothing is pinned.
   */
  double slipBarrierEv() {
    double height = 0;
    double forceX = 0;
    double forceY = 0;
    double largest = 0;
    for (PinnedCorner pin : pins) {
      height += pin.barrierEv();
      largest += pin.largestForceEvPerAngstrom();
      forceX += pin.forceX();
      forceY += pin.forceY();
    }
    if (!(height > 0)) {
      return Double.POSITIVE_INFINITY;
    }
    // The pins pull back: what pulls at them points the other way.
    lattice.nearestRow(-forceX, -forceY, local);
    slipX = local[0];
    slipY = local[1];
    double along = -(forceX * slipX + forceY * slipY) / lattice.spacingAngstrom();
    return TiltedBarrier.sinusoidEv(height, along / largest);
  }

  /** Takes what lies low over the barrier last asked for: one period further along the row. */
  void slip(double[] r) {
    for (int i = 0; i < element.length; i++) {
      if (r[3 * i + 2] < LOW_ANGSTROM) {
        r[3 * i] += slipX;
        r[3 * i + 1] += slipY;
      }
    }
  }

  /**
   * Slope of the vertical force on the tip while the molecule follows, in eV/Å²: {@code k_zz −
   * kᵀH⁻¹k}, k the direct stiffness between tip and held atom, H the factorised stiffness.
   */
  double verticalStiffness(double[] scratch) {
    double across = tipBond.slopeEvPerAngstrom() / distance;
    double along = tipBond.curvatureEvPerAngstrom2() - across;
    double kx = along * towardsX * towardsZ;
    double ky = along * towardsY * towardsZ;
    double kz = across + along * towardsZ * towardsZ;
    Arrays.fill(scratch, 0);
    int at = 3 * held;
    scratch[at] = kx;
    scratch[at + 1] = ky;
    scratch[at + 2] = kz;
    stiffness.solve(scratch);
    return kz - (kx * scratch[at] + ky * scratch[at + 1] + kz * scratch[at + 2]);
  }
}
