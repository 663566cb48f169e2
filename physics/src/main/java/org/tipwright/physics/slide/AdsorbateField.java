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
  private double energy;
  private double tipForceX;
  private double tipForceY;
  private double tipForceZ;

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
        PairBond.add(into, kind.pair(), atX - x[j], atY - y[j]);
      }
    }
  }

  /** Computes the energy of the whole scene and the force on the tip. */
  void measure() {
    energy = 0;
    tipForceX = 0;
    tipForceY = 0;
    tipForceZ = 0;
    for (int i = 0; i < x.length; i++) {
      double dx = x[i] - tipX;
      double dy = y[i] - tipY;
      single.clear();
      kind.tip().addTo(single, dx, dy, tipZ);
      tipForceX += single.slopeX();
      tipForceY += single.slopeY();
      tipForceZ -= kind.tip().verticalSlope(dx, dy, tipZ);
      lattice.addTo(single, x[i], y[i]);
      for (int j = 0; j < i; j++) {
        PairBond.add(single, kind.pair(), x[i] - x[j], y[i] - y[j]);
      }
      energy += single.energyEv();
    }
  }

  /** Energy of the whole scene in eV, when {@link #measure} was last called. */
  double energyEv() {
    return energy;
  }

  /** Force on the tip along x in eV/Å, when {@link #measure} was last called. */
  double tipForceX() {
    return tipForceX;
  }

  /** Force on the tip along y in eV/Å, when {@link #measure} was last called. */
  double tipForceY() {
    return tipForceY;
  }

  /** Force on the tip along z in eV/Å, when {@link #measure} was last called. */
  double tipForceZ() {
    return tipForceZ;
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
