package org.tipwright.physics.forcefield;

/**
 * A bond that can break: {@code U(r) = D[(1 − e^{−α(r−r₀)})² − 1]}. Morse, Phys. Rev. 34 (1929) 57.
 *
 * <p>The largest force, αD/2, is reached at {@code r − r₀ = ln 2 / α}.
 *
 * @param depthEv D, in eV
 * @param inverseWidthPerAngstrom α, in 1/Å
 * @param lengthAngstrom r₀, in Å
 */
public record MorseBond(double depthEv, double inverseWidthPerAngstrom, double lengthAngstrom) {

  public MorseBond {
    if (!(depthEv >= 0) || !(inverseWidthPerAngstrom > 0) || !(lengthAngstrom > 0)) {
      throw new IllegalArgumentException(
          "Morse bond: depth "
              + depthEv
              + " eV, α "
              + inverseWidthPerAngstrom
              + " 1/Å, length "
              + lengthAngstrom
              + " Å");
    }
  }

  /** The bond of given depth and length that bears {@code strengthNanonewton} at most. */
  public static MorseBond ofStrength(
      double depthEv, double strengthNanonewton, double lengthAngstrom) {
    double strength = strengthNanonewton / Units.NANONEWTON_PER_EV_PER_ANGSTROM;
    return new MorseBond(depthEv, 2 * strength / depthEv, lengthAngstrom);
  }

  /** Energy in eV of atoms {@code distanceAngstrom} apart. */
  public double energyEv(double distanceAngstrom) {
    double e = StrictMath.exp(-inverseWidthPerAngstrom * (distanceAngstrom - lengthAngstrom));
    return depthEv * e * (e - 2);
  }

  /** dU/dr in eV/Å: positive where the bond pulls. */
  public double slopeEvPerAngstrom(double distanceAngstrom) {
    double e = StrictMath.exp(-inverseWidthPerAngstrom * (distanceAngstrom - lengthAngstrom));
    return 2 * depthEv * inverseWidthPerAngstrom * e * (1 - e);
  }
}
