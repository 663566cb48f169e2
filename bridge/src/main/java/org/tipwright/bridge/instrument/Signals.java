package org.tipwright.bridge.instrument;

/**
 * What an instrument measured after its last step, with the tip at rest.
 *
 * @param biasVolt bias at the sample, in V
 * @param currentNanoampere tunnelling current, the largest of the readings, in nA
 * @param logConductanceMean log10(|I/V| / 1 nS) of the mean current
 * @param logConductanceJump change of that level since the measurement before, in decades
 * @param frequencyShiftHertz mean of the force sensor, in Hz; NaN where none is fitted
 */
public record Signals(
    double biasVolt,
    double currentNanoampere,
    double logConductanceMean,
    double logConductanceJump,
    double frequencyShiftHertz) {

  /** Nothing was measured yet. */
  public static final Signals NONE =
      new Signals(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
}
