package org.tipwright.bridge.microscope.specimen;

/**
 * How the current depends on the bias: constant density of states and a step, {@code I(V)/I(V→0) =
 * ∫₀^V ρ(E) dE / ρ(0)}. On bare Ag(111) the step is the surface state's onset at −65 meV; under
 * PTCDA it is the interface state's at +0.6 eV (Temirov et al., Nature 444 (2006) 350). Share and
 * width of the step are modelling choices.
 */
final class Spectrum {

  private static final double SHARE = 0.4;
  private static final double WIDTH_EV = 0.01;
  private static final double SURFACE_STATE_EV = -0.065;
  private static final double INTERFACE_STATE_EV = 0.6;

  private Spectrum() {}

  /** The bias in V that an ohmic junction would need for the same current. */
  static double ohmicVolt(double volt, boolean molecule) {
    double onset = molecule ? INTERFACE_STATE_EV : SURFACE_STATE_EV;
    double step = 1 / (1 + StrictMath.exp(onset / WIDTH_EV));
    double atZero = 1 - SHARE + SHARE * step;
    double integral = (1 - SHARE) * volt + SHARE * (above(volt - onset) - above(-onset));
    return integral / atZero;
  }

  /** The integral of a logistic step of that width. */
  private static double above(double ev) {
    double times = ev / WIDTH_EV;
    return times > 40 ? ev : WIDTH_EV * StrictMath.log1p(StrictMath.exp(times));
  }
}
