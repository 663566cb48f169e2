package org.tipwright.bridge.instrument;

/**
 * What an instrument measured during its last step.
 *
 * @param biasVolt bias at the sample, in V
 * @param currentNanoampere tunnelling current at the end of the step, in nA
 * @param logConductanceMean mean of log10(|I/V| / 1 nS) over the step
 * @param logConductanceJump change of that level since the measurement before, in decades
 * @param frequencyShiftHertz of the force sensor, in Hz; NaN where none is fitted
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
