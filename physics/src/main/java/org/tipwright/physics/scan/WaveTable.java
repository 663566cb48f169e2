package org.tipwright.physics.scan;

/**
 * The relative change of a surface state's density around an s-wave scatterer: {@code (2/(πkr)) sin
 * δ₀ cos(2kr + δ₀)}, the far field of {@code −sin δ₀ Im[e^{iδ₀} H₀²(kr)]} (Fiete and Heller, Rev.
 * Mod. Phys. 75 (2003) 933), of period π/k. It is {@code sin δ₀ [cos δ₀ C(r) − sin δ₀ S(r)]} with C
 * and S tabulated here.
 *
 * <p>Modelling choices: within some 2 Å of the scatterer, where the far field diverges and the
 * adsorbate itself is seen, the distance is rounded off; from 300 to 400 Å the wave is faded out.
 */
final class WaveTable {

  static final double RANGE_ANGSTROM = 400;

  /** Linear interpolation is then good to 2e-5 of the amplitude. */
  private static final double POINTS_PER_ANGSTROM = 50;

  /** Distances are rounded off to {@code √(r² + core²)}. */
  static final double CORE_ANGSTROM = 2;

  private static final double FADE_FROM_ANGSTROM = 300;

  /** C and S by turns. */
  private final double[] waves;

  WaveTable(double perAngstrom) {
    int points = (int) (RANGE_ANGSTROM * POINTS_PER_ANGSTROM) + 2;
    waves = new double[2 * points];
    for (int i = 0; i < points; i++) {
      double r = i / POINTS_PER_ANGSTROM;
      double rounded = StrictMath.hypot(r, CORE_ANGSTROM);
      double amplitude = fade(r) * 2 / (StrictMath.PI * perAngstrom * rounded);
      waves[2 * i] = amplitude * StrictMath.cos(2 * perAngstrom * rounded);
      waves[2 * i + 1] = amplitude * StrictMath.sin(2 * perAngstrom * rounded);
    }
  }

  private static double fade(double r) {
    double t = (r - FADE_FROM_ANGSTROM) / (RANGE_ANGSTROM - FADE_FROM_ANGSTROM);
    double clamped = Math.max(0, Math.min(1, t));
    return 1 - clamped * clamped * (3 - 2 * clamped);
  }

  /** {@code c C(r) + s S(r)} at a distance below the range, given squared. */
  double at(double distance2, double c, double s) {
    double place = Math.sqrt(distance2) * POINTS_PER_ANGSTROM;
    int i = (int) place;
    double part = place - i;
    int at = 2 * i;
    double here = c * waves[at] + s * waves[at + 1];
    double next = c * waves[at + 2] + s * waves[at + 3];
    return here + part * (next - here);
  }
}
