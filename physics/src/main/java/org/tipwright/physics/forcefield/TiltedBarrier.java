package org.tipwright.physics.forcefield;

/**
 * What is left of an energy barrier while a constant force pulls over it. Exact: the energy between
 * minimum and maximum of the tilted potential, both in closed form. The share is the force divided
 * by the largest that the potential bears; from 1 on nothing is left, and a force that pushes back
 * counts as none.
 */
public final class TiltedBarrier {

  private TiltedBarrier() {}

  /**
   * Barrier in eV of a Morse bond under a constant pull.
   *
   * <p>{@code ΔE = D[s + (f/2)·ln((1 − s)/(1 + s))]}, {@code s = √(1 − f)}. With {@code u =
   * e^{−α(r−r₀)}} the pull {@code F = f·αD/2} is balanced where {@code u(1 − u) = f/4}: at {@code u
   * = (1 ± s)/2}. ΔE is the difference of {@code D(u² − 2u) − F·r} between the two.
   *
   * @param depthEv D, in eV
   * @param share f, the pull divided by αD/2, see {@link MorseBond}
   */
  public static double morseEv(double depthEv, double share) {
    if (share >= 1) {
      return 0;
    }
    if (share <= 0) {
      return depthEv;
    }
    double s = StrictMath.sqrt(1 - share);
    // (1 − s)/(1 + s) = f/(1 + s)², which does not cancel when the pull is small.
    double ratio = share / ((1 + s) * (1 + s));
    return Math.max(0, depthEv * (s + 0.5 * share * StrictMath.log(ratio)));
  }

  /**
   * Barrier in eV between two neighbouring wells of {@code (E₀/2)(1 − cos 2πx/a)} under a constant
   * force along x.
   *
   * <p>{@code ΔE = E₀[√(1 − f²) − f·arccos f]}: the force {@code F = f·πE₀/a} is balanced where
   * {@code sin(2πx/a) = f}, and ΔE is the difference of {@code U − F·x} between the two such
   * places.
   *
   * @param heightEv E₀, in eV
   * @param share f, the force divided by πE₀/a
   */
  public static double sinusoidEv(double heightEv, double share) {
    if (share >= 1) {
      return 0;
    }
    if (share <= 0) {
      return heightEv;
    }
    double left = StrictMath.sqrt((1 - share) * (1 + share)) - share * StrictMath.acos(share);
    return Math.max(0, heightEv * left);
  }
}
