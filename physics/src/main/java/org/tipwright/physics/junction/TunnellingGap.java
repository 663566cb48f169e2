package org.tipwright.physics.junction;

/**
 * Tunnelling between a metal tip and a metal: {@code G = G₀ / (1 + e^{2κ(z − zc)})}, the
 * transmission of one channel in Kemble's uniform form of the WKB integral (Phys. Rev. 48 (1935)
 * 549). Far away it falls as {@code e^{−2κz}}, {@code 2κ = 1.0246 √φ} per Å with φ in eV; in
 * contact it saturates smoothly at G₀.
 *
 * @param workFunctionEv φ, the mean of tip and sample, in eV
 * @param pointContactAngstrom zc, height at which the extrapolated exponential reaches G₀, in Å
 */
public record TunnellingGap(double workFunctionEv, double pointContactAngstrom) {

  /** The conductance quantum 2e²/h, in nS. */
  public static final double QUANTUM_NANOSIEMENS = 77_480.917;

  /** κ = √(2mφ)/ħ, in Å⁻¹ for φ = 1 eV. */
  private static final double KAPPA_AT_ONE_EV = 0.5123167;

  public TunnellingGap {
    if (!(workFunctionEv > 0)) {
      throw new IllegalArgumentException(
          "a work function of " + workFunctionEv + " eV: must be above 0");
    }
  }

  /** φ = 4.5 eV; heights count from point contact with the bare metal. */
  public static TunnellingGap silver() {
    return new TunnellingGap(4.5, 0);
  }

  /** 2κ, in Å⁻¹. */
  public double decayPerAngstrom() {
    return 2 * KAPPA_AT_ONE_EV * Math.sqrt(workFunctionEv);
  }

  /** Conductance in nS of a tip at a height in Å. */
  public double nanosiemens(double heightAngstrom) {
    return saturatedNanosiemens(logTransparency(heightAngstrom));
  }

  /** Current in nA at a height in Å and a bias in V. */
  public double nanoampere(double heightAngstrom, double biasVolt) {
    return nanosiemens(heightAngstrom) * biasVolt;
  }

  /**
   * Height in Å at which the conductance is {@code nanosiemens}: the exact inverse of {@link
   * #nanosiemens}.
   *
   * @param nanosiemens above 0 and below the quantum
   */
  public double heightAngstrom(double nanosiemens) {
    return pointContactAngstrom - requiredLogTransparency(nanosiemens) / decayPerAngstrom();
  }

  /** ln of the unsaturated transmission, {@code −2κ(z − zc)}. */
  public double logTransparency(double heightAngstrom) {
    return -decayPerAngstrom() * (heightAngstrom - pointContactAngstrom);
  }

  /** Conductance in nS of a channel whose unsaturated transmission has this ln. */
  public static double saturatedNanosiemens(double logTransparency) {
    return QUANTUM_NANOSIEMENS / (1 + StrictMath.exp(-logTransparency));
  }

  /** ln of the unsaturated transmission that gives a conductance in nS. */
  public static double requiredLogTransparency(double nanosiemens) {
    if (!(nanosiemens > 0 && nanosiemens < QUANTUM_NANOSIEMENS)) {
      throw new IllegalArgumentException(
          "a conductance of " + nanosiemens + " nS: must be above 0 and below 77 481 nS, 1 G0");
    }
    return StrictMath.log(nanosiemens / (QUANTUM_NANOSIEMENS - nanosiemens));
  }
}
