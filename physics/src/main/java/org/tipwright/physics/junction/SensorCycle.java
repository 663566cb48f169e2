package org.tipwright.physics.junction;

/**
 * One cycle of an oscillating sensor, sampled at Chebyshev points: what an engine must evaluate,
 * and what follows from it.
 *
 * <p>Frequency shift: {@code Δf = −(f₀/(2πkA)) ∮ F(z + A cos φ) cos φ dφ}, Giessibl, Appl. Phys.
 * Lett. 78 (2001) 123 and Rev. Mod. Phys. 75 (2003) 949, first order in F. With Gauss-Chebyshev
 * quadrature this is {@code −(f₀/(kA)) · (1/n) Σ F(z + A tᵢ) tᵢ}, {@code tᵢ = cos((i + ½)π/n)};
 * exact for forces that are polynomials in z of degree below 2n − 1, and {@code f₀ k_ts/2k} for a
 * harmonic one.
 *
 * <p>Dissipation per cycle: {@code ∫ (F_approach − F_retract) dz} over the swing, by Fejér's first
 * rule on the same points (Waldvogel, BIT 46 (2006) 195); exact for polynomials of degree below n.
 *
 * <p>Forces are those on the tip in nN, positive upwards: repulsion. Not written to after
 * construction.
 */
public final class SensorCycle {

  /** 1 nN per (N/m · Å) is 10: force over stiffness and amplitude as a number. */
  private static final double NANONEWTON_PER_NEWTON_PER_METRE_ANGSTROM = 10;

  private static final double EV_PER_NANONEWTON_ANGSTROM = 1 / 1.602176634;

  private final QPlusSensor sensor;
  private final double amplitudeAngstrom;
  private final double[] cosine;
  private final double[] swingWeight;

  /**
   * A cycle.
   *
   * @param sensor f₀ and k
   * @param amplitudeAngstrom A, half the swing; 0.1 to 0.5 Å in practice
   * @param points at how many heights a force is wanted, at least 2
   */
  public SensorCycle(QPlusSensor sensor, double amplitudeAngstrom, int points) {
    if (!(amplitudeAngstrom > 0) || points < 2) {
      throw new IllegalArgumentException(
          "a cycle needs an amplitude above 0 Å and at least 2 points, not "
              + amplitudeAngstrom
              + " Å and "
              + points);
    }
    this.sensor = sensor;
    this.amplitudeAngstrom = amplitudeAngstrom;
    this.cosine = new double[points];
    this.swingWeight = new double[points];
    for (int i = 0; i < points; i++) {
      double angle = (i + 0.5) * StrictMath.PI / points;
      cosine[i] = StrictMath.cos(angle);
      swingWeight[i] = fejerWeight(angle, points);
    }
  }

  private static double fejerWeight(double angle, int points) {
    double sum = 0;
    for (int j = 1; j <= points / 2; j++) {
      sum += StrictMath.cos(2 * j * angle) / (4.0 * j * j - 1);
    }
    return 2.0 / points * (1 - 2 * sum);
  }

  /** Number of heights. */
  public int points() {
    return cosine.length;
  }

  /**
   * The i-th height relative to the mean one, in Å; it falls with i. The approaching half of the
   * cycle visits 0 to n − 1, the retracting half the same heights backwards.
   */
  public double offsetAngstrom(int i) {
    return amplitudeAngstrom * cosine[i];
  }

  /** Frequency shift in Hz where the force is the same both ways. */
  public double frequencyShiftHertz(double[] forceNanonewton) {
    return frequencyShiftHertz(forceNanonewton, forceNanonewton);
  }

  /**
   * Frequency shift in Hz.
   *
   * @param approachNanonewton force at each height on the way down
   * @param retractNanonewton force at each height on the way up, indexed by height, not by time
   */
  public double frequencyShiftHertz(double[] approachNanonewton, double[] retractNanonewton) {
    double sum = 0;
    for (int i = 0; i < cosine.length; i++) {
      sum += 0.5 * (approachNanonewton[i] + retractNanonewton[i]) * cosine[i];
    }
    return -NANONEWTON_PER_NEWTON_PER_METRE_ANGSTROM
        * sensor.frequencyHertz()
        / (sensor.stiffnessNewtonPerMetre() * amplitudeAngstrom)
        * sum
        / cosine.length;
  }

  /** Energy lost per cycle, in eV; arguments as for {@link #frequencyShiftHertz}. */
  public double dissipationEv(double[] approachNanonewton, double[] retractNanonewton) {
    double sum = 0;
    for (int i = 0; i < cosine.length; i++) {
      sum += swingWeight[i] * (approachNanonewton[i] - retractNanonewton[i]);
    }
    return EV_PER_NANONEWTON_ANGSTROM * amplitudeAngstrom * sum;
  }

  /** Mean over time of what was sampled at each height, such as the current. */
  public double timeMean(double[] values) {
    double sum = 0;
    for (int i = 0; i < cosine.length; i++) {
      sum += values[i];
    }
    return sum / cosine.length;
  }
}
