package org.tipwright.env.lift;

import org.tipwright.physics.junction.MolecularJunction;

/**
 * Recognises a rupture from what an instrument measures: the current has fallen to the vacuum curve
 * (or into its noise) and the frequency shift to background, step after step. Above a height where
 * both may be dark over an intact bond it says nothing: unknown is not rupture.
 */
public final class RuptureSign {

  /** Above this both signals may be dark: laboratory practice, to be set per instrument. */
  private static final double DARK_ABOVE_ANGSTROM = 6;

  /** Steps in a row, each of at least 0.1 s at 1 Å/s: a current that comes back was switching. */
  private static final int STEPS_IN_A_ROW = 5;

  /** The jump by which contact is told from vacuum, in decades. */
  private static final double MARGIN_DECADES = 0.3;

  /** Noise amplitudes that still count as background. */
  private static final double BACKGROUND_RMS = 5;

  private final LiftSettings settings;
  private final MolecularJunction junction = MolecularJunction.ptcdaOnSilver();
  private final double noiseFloorLog;
  private int darkSteps;

  /** A sign that looks at those signals which the settings let be observed. */
  public RuptureSign(LiftSettings settings) {
    this.settings = settings;
    this.noiseFloorLog =
        StrictMath.log10(
            BACKGROUND_RMS * settings.noise().currentNanoampere() / settings.biasVolt() + 1e-9);
  }

  /** A new molecule, contact just made. */
  public void begin() {
    darkSteps = 0;
  }

  /**
   * The signals after a step.
   *
   * @param heightAngstrom tip height relative to contact
   * @return whether they show a rupture
   */
  public boolean shows(
      double heightAngstrom, double logConductanceMean, double frequencyShiftHertz) {
    LiftSettings.Observed observed = settings.observation();
    boolean anything = observed.current() || observed.frequencyShift();
    boolean noCurrent =
        !observed.current()
            || logConductanceMean
                <= Math.max(
                        StrictMath.log10(junction.rupturedNanosiemens(heightAngstrom)),
                        noiseFloorLog)
                    + MARGIN_DECADES;
    boolean noShift =
        !observed.frequencyShift()
            || Math.abs(frequencyShiftHertz)
                <= BACKGROUND_RMS * settings.noise().frequencyShiftHertz();
    boolean dark = anything && noCurrent && noShift && heightAngstrom <= DARK_ABOVE_ANGSTROM;
    darkSteps = dark ? darkSteps + 1 : 0;
    return darkSteps >= STEPS_IN_A_ROW;
  }
}
