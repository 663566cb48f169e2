package org.tipwright.physics.scan;

/**
 * The Shockley surface state of a (111) noble metal: free electrons in the plane.
 *
 * @param onsetEv E₀ relative to the Fermi energy, negative, in eV
 * @param fermiPerAngstrom k_F, in Å⁻¹
 * @param currentShare how much of the tunnelling current it carries; a modelling choice
 */
public record SurfaceState(double onsetEv, double fermiPerAngstrom, double currentShare) {

  /** Share of the current: about half at low bias on clean terraces; a modelling choice. */
  private static final double USUAL_SHARE = 0.4;

  public SurfaceState {
    if (!(onsetEv < 0) || !(fermiPerAngstrom > 0) || !(currentShare >= 0 && currentShare <= 1)) {
      throw new IllegalArgumentException(
          "a surface state needs an onset below 0 eV, a k_F above 0 and a share from 0 to 1, not "
              + onsetEv
              + ", "
              + fermiPerAngstrom
              + " and "
              + currentShare);
    }
  }

  /** Ag(111): −65 meV, 0.08 Å⁻¹. */
  public static SurfaceState silver() {
    return new SurfaceState(-0.065, 0.08, USUAL_SHARE);
  }

  /** Cu(111): −440 meV, 0.21 Å⁻¹. */
  public static SurfaceState copper() {
    return new SurfaceState(-0.44, 0.21, USUAL_SHARE);
  }

  /** Au(111): −500 meV, 0.17 Å⁻¹. */
  public static SurfaceState gold() {
    return new SurfaceState(-0.5, 0.17, USUAL_SHARE);
  }

  /**
   * k of the parabolic band at an energy relative to the Fermi energy, in Å⁻¹; 0 at and below the
   * onset.
   */
  public double waveNumberPerAngstrom(double energyEv) {
    return fermiPerAngstrom * Math.sqrt(Math.max(0, 1 - energyEv / onsetEv));
  }
}
