package org.tipwright.physics.slide;

import org.tipwright.physics.lattice.LateralExpansion;
import org.tipwright.physics.lattice.LatticePotential;

/** The combined surface: lattice, tip and the other adsorbates. Holds where everything is. */
final class AdsorbateField {

  private final SlidingAdsorbate kind;
  private final LatticePotential lattice;
  private final LateralExpansion single = new LateralExpansion();

  private double[] x = new double[0];
  private double[] y = new double[0];
  private double tipX;
  private double tipY;
  private double tipZ;

  AdsorbateField(SlidingAdsorbate kind) {
    this.kind = kind;
    this.lattice = kind.lattice();
  }

  void place(SlideScene scene) {
    int n = scene.adsorbates().size();
    if (n != x.length) {
      x = new double[n];
      y = new double[n];
    }
    for (int i = 0; i < n; i++) {
      x[i] = scene.adsorbates().get(i).xAngstrom();
      y[i] = scene.adsorbates().get(i).yAngstrom();
    }
    moveTip(scene.tipXAngstrom(), scene.tipYAngstrom(), scene.tipZAngstrom());
  }

  void moveTip(double toX, double toY, double toZ) {
    tipX = toX;
    tipY = toY;
    tipZ = toZ;
  }

  /** Expands the energy that depends on one adsorbate, were it at a position, the others fixed. */
  void expand(int adsorbate, double atX, double atY, LateralExpansion into) {
    into.clear();
    lattice.addTo(into, atX, atY);
    kind.tip().addTo(into, atX - tipX, atY - tipY, tipZ);
    for (int j = 0; j < x.length; j++) {
      if (j != adsorbate) {
        RadialBond.add(into, kind.pair(), atX - x[j], atY - y[j], 0);
      }
    }
  }

  /** Energy of the whole scene in eV. */
  double energyEv() {
    double energy = 0;
    for (int i = 0; i < x.length; i++) {
      single.clear();
      lattice.addTo(single, x[i], y[i]);
      kind.tip().addTo(single, x[i] - tipX, y[i] - tipY, tipZ);
      for (int j = 0; j < i; j++) {
        RadialBond.add(single, kind.pair(), x[i] - x[j], y[i] - y[j], 0);
      }
      energy += single.energyEv();
    }
    return energy;
  }

  /** Force on the tip along x in eV/Å. */
  double tipForceX() {
    return lateralTipForce(true);
  }

  /** Force on the tip along y in eV/Å. */
  double tipForceY() {
    return lateralTipForce(false);
  }

  private double lateralTipForce(boolean alongX) {
    single.clear();
    for (int i = 0; i < x.length; i++) {
      kind.tip().addTo(single, x[i] - tipX, y[i] - tipY, tipZ);
    }
    return alongX ? single.slopeX() : single.slopeY();
  }

  /** Force on the tip along z in eV/Å. */
  double tipForceZ() {
    double force = 0;
    for (int i = 0; i < x.length; i++) {
      force -= kind.tip().verticalSlope(x[i] - tipX, y[i] - tipY, tipZ);
    }
    return force;
  }

  /** Distance of apex and adsorbate in Å. */
  double tipDistance(int adsorbate) {
    return RadialBond.distance(x[adsorbate] - tipX, y[adsorbate] - tipY, tipZ);
  }

  int size() {
    return x.length;
  }

  double[] x() {
    return x;
  }

  double[] y() {
    return y;
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
