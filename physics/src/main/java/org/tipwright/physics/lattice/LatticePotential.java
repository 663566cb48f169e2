package org.tipwright.physics.lattice;

/**
 * What an adsorbate feels of a close-packed surface: {@code E = V₁ Σ cos(Gⱼ·r + φ)}, three
 * reciprocal vectors of length 4π/(√3 a) at 120°. The form is the lowest Fourier shell of a
 * hexagonal lattice; the phase φ splits the two hollow sites.
 *
 * <p>Over hollow sites V₁ = 2 E_b, over top sites V₁ = −E_b/4, E_b the barrier at the bridge site.
 */
public final class LatticePotential {

  private static final double SQRT_3 = StrictMath.sqrt(3);

  private final double period;
  private final double amplitude;
  private final double phaseTurns;
  private final double cosTriple;
  private final double sinTriple;
  private final double wave;
  private final PhaseTable first = new PhaseTable();
  private final PhaseTable second = new PhaseTable();

  private LatticePotential(double periodAngstrom, double amplitudeEv, double phaseRadians) {
    if (!(periodAngstrom > 0)) {
      throw new IllegalArgumentException("lattice period of " + periodAngstrom + " Å");
    }
    this.period = periodAngstrom;
    this.amplitude = amplitudeEv;
    this.phaseTurns = phaseRadians / (2 * StrictMath.PI);
    this.cosTriple = StrictMath.cos(3 * phaseRadians);
    this.sinTriple = StrictMath.sin(3 * phaseRadians);
    this.wave = 2 * StrictMath.PI / periodAngstrom;
  }

  /**
   * Minima in both hollow sites.
   *
   * @param periodAngstrom nearest-neighbour distance of the surface, in Å
   * @param barrierEv energy of the bridge site over the mean of the two hollows, in eV
   * @param splitEv energy of the hcp site over the fcc site, in eV
   */
  public static LatticePotential overHollows(
      double periodAngstrom, double barrierEv, double splitEv) {
    if (!(barrierEv > 0) || !(Math.abs(splitEv) < barrierEv)) {
      throw new IllegalArgumentException(
          "hollow sites: a split of "
              + splitEv
              + " eV must be smaller than the barrier of "
              + barrierEv
              + " eV");
    }
    // Bridge over mean hollow: V₁ cos φ / 2. hcp over fcc: 3√3 V₁ sin φ.
    double inPhase = 2 * barrierEv;
    double outOfPhase = splitEv / (3 * SQRT_3);
    return new LatticePotential(
        periodAngstrom,
        StrictMath.sqrt(inPhase * inPhase + outOfPhase * outOfPhase),
        StrictMath.atan2(outOfPhase, inPhase));
  }

  /**
   * Minima on the top sites.
   *
   * @param periodAngstrom nearest-neighbour distance of the surface, in Å
   * @param barrierEv energy of the bridge site over the top site, in eV
   */
  public static LatticePotential overTops(double periodAngstrom, double barrierEv) {
    if (!(barrierEv > 0)) {
      throw new IllegalArgumentException("top sites: barrier of " + barrierEv + " eV");
    }
    return new LatticePotential(periodAngstrom, -barrierEv / 4, 0);
  }

  /** Adds energy, slope and curvature at a position in Å. */
  public void addTo(LateralExpansion sum, double xAngstrom, double yAngstrom) {
    // Phases G₁·r and G₂·r in turns; the third is minus their sum.
    double v = 2 * yAngstrom / (SQRT_3 * period);
    double u = xAngstrom / period - 0.5 * v;
    first.turnTo(u + phaseTurns);
    second.turnTo(v + phaseTurns);
    double c1 = first.cosine();
    double s1 = first.sine();
    double c2 = second.cosine();
    double s2 = second.sine();
    double cosSum = c1 * c2 - s1 * s2;
    double sinSum = s1 * c2 + c1 * s2;
    double c3 = cosSum * cosTriple + sinSum * sinTriple;
    double s3 = cosSum * sinTriple - sinSum * cosTriple;
    double slope = -amplitude * wave;
    double bend = slope * wave;
    sum.add(
        amplitude * (c1 + c2 + c3),
        slope * (s1 - s3),
        slope * (2 * s2 - s1 - s3) / SQRT_3,
        bend * (c1 + c3),
        bend * (c3 - c1) / SQRT_3,
        bend * (c1 + 4 * c2 + c3) / 3);
  }

  /** Period of a close-packed row, in Å. */
  public double periodAngstrom() {
    return period;
  }

  /** Energy of a high-symmetry site in eV. */
  public double siteEnergyEv(AdsorptionSite site) {
    double third = 2 * StrictMath.PI / 3;
    double phase = 2 * StrictMath.PI * phaseTurns;
    return switch (site) {
      case TOP -> 3 * amplitude * StrictMath.cos(phase);
      case FCC -> 3 * amplitude * StrictMath.cos(phase + third);
      case HCP -> 3 * amplitude * StrictMath.cos(phase - third);
      case BRIDGE -> -amplitude * StrictMath.cos(phase);
    };
  }

  /** Whether the minima are the hollow sites, else the top sites. */
  public boolean minimaInHollows() {
    return amplitude > 0;
  }
}
