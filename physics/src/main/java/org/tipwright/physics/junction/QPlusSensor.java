package org.tipwright.physics.junction;

/**
 * A qPlus sensor of small amplitude: {@code Δf = f₀ k_ts / 2k}. Giessibl, Rev. Mod. Phys. 75 (2003)
 * 949.
 *
 * @param frequencyHertz f₀
 * @param stiffnessNewtonPerMetre k
 */
public record QPlusSensor(double frequencyHertz, double stiffnessNewtonPerMetre) {

  /** The common sensor: 30 kHz, 1800 N/m, 8.3 Hz per N/m. */
  public static QPlusSensor common() {
    return new QPlusSensor(30_000, 1_800);
  }

  /** Frequency shift in Hz for a tip-sample stiffness in N/m. */
  public double frequencyShiftHertz(double tipSampleNewtonPerMetre) {
    return frequencyHertz * tipSampleNewtonPerMetre / (2 * stiffnessNewtonPerMetre);
  }
}
