package org.tipwright.physics.slide.rigid;

import org.tipwright.physics.lattice.LateralExpansion;
import org.tipwright.physics.slide.MorseTip;

/** Energy of rigid molecules on the lattice under the tip, and the forces and torques. */
final class RigidField {

  private final RigidMolecule molecule;
  private final MorseTip tip;
  private final double[] anchorX;
  private final double[] anchorY;
  private final LateralExpansion onSurface = new LateralExpansion();
  private final LateralExpansion underTip = new LateralExpansion();

  private double tipX;
  private double tipY;
  private double tipZ;
  private double energy;
  private double tipForceX;
  private double tipForceY;
  private double tipForceZ;
  private double forceX;
  private double forceY;
  private double torque;

  RigidField(RigidMolecule molecule) {
    this.molecule = molecule;
    this.tip = new MorseTip(molecule.tipBond());
    this.anchorX = molecule.anchorX();
    this.anchorY = molecule.anchorY();
  }

  void moveTip(double toX, double toY, double toZ) {
    tipX = toX;
    tipY = toY;
    tipZ = toZ;
  }

  /** Starts a sum over molecules. */
  void clear() {
    energy = 0;
    tipForceX = 0;
    tipForceY = 0;
    tipForceZ = 0;
  }

  /** Adds a molecule to the sums and computes the force and torque on it. */
  void add(double x, double y, double azimuth) {
    double cos = StrictMath.cos(azimuth);
    double sin = StrictMath.sin(azimuth);
    forceX = 0;
    forceY = 0;
    torque = 0;
    for (int i = 0; i < anchorX.length; i++) {
      double armX = cos * anchorX[i] - sin * anchorY[i];
      double armY = sin * anchorX[i] + cos * anchorY[i];
      double dx = x + armX - tipX;
      double dy = y + armY - tipY;
      onSurface.clear();
      molecule.anchorPotential().addTo(onSurface, x + armX, y + armY);
      underTip.clear();
      tip.addTo(underTip, dx, dy, tipZ);
      energy += onSurface.energyEv() + underTip.energyEv();
      tipForceX += underTip.slopeX();
      tipForceY += underTip.slopeY();
      tipForceZ -= tip.verticalSlope(dx, dy, tipZ);
      double pushX = -onSurface.slopeX() - underTip.slopeX();
      double pushY = -onSurface.slopeY() - underTip.slopeY();
      forceX += pushX;
      forceY += pushY;
      torque += armX * pushY - armY * pushX;
    }
  }

  /** Force along x on the molecule added last, in eV/Å. */
  double forceX() {
    return forceX;
  }

  /** Force along y on the molecule added last, in eV/Å. */
  double forceY() {
    return forceY;
  }

  /** Torque on the molecule added last, in eV. */
  double torque() {
    return torque;
  }

  /** Energy of all molecules added, in eV. */
  double energyEv() {
    return energy;
  }

  /** Force on the tip along x in eV/Å. */
  double tipForceX() {
    return tipForceX;
  }

  /** Force on the tip along y in eV/Å. */
  double tipForceY() {
    return tipForceY;
  }

  /** Force on the tip along z in eV/Å. */
  double tipForceZ() {
    return tipForceZ;
  }

  double tipX() {
    return tipX;
  }

  double tipY() {
    return tipY;
  }

  double tipZ() {
    return tipZ;
  }
}
